/**
 * The state machine: stages, the events they leave, the journal that keeps them and the runner that walks.
 *
 * <p>The plan and the journal are the only state. {@link io.flexmigrate.engine.Progress} is a fold over the journal, so a
 * resumed run knows exactly what a run that was never interrupted knows:
 *
 * <pre>
 * TO_DO --before() clean, Started, run()--> PRODUCED --after() clean, Confirmed--> DONE
 *   ^                                          |
 *   +------------- Failed ---------------------+  run() failed, or after() found a blocker
 * </pre>
 *
 * <p>{@code Produced} is journaled before it is checked, so a crash during the check does not lose the fact; a crash between
 * {@code Produced} and {@code Confirmed} goes on at the check, not at the work. Facts are history, checks are now: a stage
 * that is done is not measured again (but for one that says it is stale), and the next stage's {@code before()} looks at what it depends on.
 *
 * <p>A stage with an earlier attempt is first told to {@code settle()} what that attempt left, before a gate may stop the run.
 * ASSESS is stale until the dump stands: what it saw must still hold then.
 *
 * <p>Inside a stage every step that changes the world is journaled as {@code Intended} before and {@code Reached} after. An
 * intent without its outcome is settled by asking the servers. This room imports only {@code model}: it knows nothing of
 * MySQL, files or terminals.
 */
@NullMarked
package io.flexmigrate.engine;

import org.jspecify.annotations.NullMarked;
