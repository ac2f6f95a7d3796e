@NullMarked
package io.flexmigrate.stage.cutover;

import org.jspecify.annotations.NullMarked;
