@NullMarked
package io.flexmigrate.stage.diagnosis;

import org.jspecify.annotations.NullMarked;
