@NullMarked
package io.flexmigrate.stage.lag;

import org.jspecify.annotations.NullMarked;
