@NullMarked
package io.flexmigrate.stage.load;

import org.jspecify.annotations.NullMarked;
