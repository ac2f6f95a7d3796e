/**
 * The cut-over: writes move from source to target inside a budgeted pause (design of the protocol: four rules).
 *
 * <ol>
 *   <li>The fence position is read after the fence holds.
 *   <li>The target takes writes only after it has applied that position.
 *   <li>Before OPENING nothing on the source outlives our one session that holds the global read lock: our death undoes
 *       everything by itself, within the dead-man's time.
 *   <li>From OPEN on there is only forward.
 * </ol>
 *
 * <p>The one setting that outlives us is {@code super_read_only} on the source, set in OPENING while the lock still holds,
 * so that no waiting writer slips through when the lock goes. A crash between the intent of
 * OPENING and OPEN leaves it set, for as long as nobody calls {@code resume}: then it is lifted, because without OPEN no client
 * was sent to the target. This window is one statement, one reading of the position and two appends to the journal long.
 *
 * <p>A group goes over and back by the same steps: a {@link io.flexmigrate.stage.cutover.Route} says which server is closed and
 * which is opened, a {@link io.flexmigrate.stage.cutover.Passage} walks it, and each
 * {@link io.flexmigrate.engine.Crossing} has a part of the journal of its own.
 */
@NullMarked
package io.flexmigrate.stage.cutover;

import org.jspecify.annotations.NullMarked;
