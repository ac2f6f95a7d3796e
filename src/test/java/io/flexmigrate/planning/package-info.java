@NullMarked
package io.flexmigrate.planning;

import org.jspecify.annotations.NullMarked;
