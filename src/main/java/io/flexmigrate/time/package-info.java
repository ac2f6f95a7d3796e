/** The only room that knows what time it is and how to sleep; everything else is handed a clock and a pause. */
@NullMarked
package io.flexmigrate.time;

import org.jspecify.annotations.NullMarked;
