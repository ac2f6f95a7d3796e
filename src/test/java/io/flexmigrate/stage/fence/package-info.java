@NullMarked
package io.flexmigrate.stage.fence;

import org.jspecify.annotations.NullMarked;
