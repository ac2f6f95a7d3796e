/**
 * Giving a run up: what it did is undone, the latest first, as far as it can be.
 *
 * <p>Each undoing asks the servers what stands instead of believing the journal, so that an abort that was killed is gone on
 * with by another. From OPEN on there is nothing to give up: the target has taken writes.
 */
@NullMarked
package io.flexmigrate.stage.abort;

import org.jspecify.annotations.NullMarked;
