@NullMarked
package io.flexmigrate.stage.link;

import org.jspecify.annotations.NullMarked;
