@NullMarked
package io.flexmigrate.stage.assess;

import org.jspecify.annotations.NullMarked;
