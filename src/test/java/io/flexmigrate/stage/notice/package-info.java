@NullMarked
package io.flexmigrate.stage.notice;

import org.jspecify.annotations.NullMarked;
