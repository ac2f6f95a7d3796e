@NullMarked
package io.flexmigrate.cli;

import org.jspecify.annotations.NullMarked;
