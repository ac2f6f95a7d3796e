@NullMarked
package io.flexmigrate.mysql;

import org.jspecify.annotations.NullMarked;
