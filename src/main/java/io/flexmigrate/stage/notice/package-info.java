/**
 * Tells others what happens in a run: the hooks of the plan's {@code on}.
 *
 * <p>Nobody waits for them. Each hook has a queue and a thread of its own, and what becomes of it is a warning at most: never an
 * exit code, never a stage that fails. A notice that is still queued when the process is killed is lost, and nothing else: the
 * journal has all that a run must remember, and never depends on what was told.
 */
@NullMarked
package io.flexmigrate.stage.notice;

import org.jspecify.annotations.NullMarked;
