@NullMarked
package io.flexmigrate.stage.probe;

import org.jspecify.annotations.NullMarked;
