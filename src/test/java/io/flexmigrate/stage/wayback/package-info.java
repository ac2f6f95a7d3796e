@NullMarked
package io.flexmigrate.stage.wayback;

import org.jspecify.annotations.NullMarked;
