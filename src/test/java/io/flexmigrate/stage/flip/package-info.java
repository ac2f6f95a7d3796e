@NullMarked
package io.flexmigrate.stage.flip;

import org.jspecify.annotations.NullMarked;
