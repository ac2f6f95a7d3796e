@NullMarked
package io.flexmigrate.stage;

import org.jspecify.annotations.NullMarked;
