/** Tests of what a person sees on a terminal. */
@NullMarked
package io.flexmigrate.terminal;

import org.jspecify.annotations.NullMarked;
