@NullMarked
package io.flexmigrate.stage.canary;

import org.jspecify.annotations.NullMarked;
