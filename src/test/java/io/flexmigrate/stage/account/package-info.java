@NullMarked
package io.flexmigrate.stage.account;

import org.jspecify.annotations.NullMarked;
