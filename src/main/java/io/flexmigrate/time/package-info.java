/**
 * The only room that knows what time it is and how to sleep; everything else is handed a clock and a pause.
 *
 * <p>What a process writes into the journal is dated by a clock that begins at the wall's time, or where the journal ends if that is
 * later, and goes on evenly: a clock that was put back an hour inside a cut-over made its pause -1 h 59 min before.
 */
@NullMarked
package io.flexmigrate.time;

import org.jspecify.annotations.NullMarked;
