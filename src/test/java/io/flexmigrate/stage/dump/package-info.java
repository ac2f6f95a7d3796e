@NullMarked
package io.flexmigrate.stage.dump;

import org.jspecify.annotations.NullMarked;
