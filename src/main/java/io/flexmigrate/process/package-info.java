/**
 * Running other programs: a command as a value, a runner as a port, and the one adapter that knows commons-exec.
 *
 * <p>A child of ours never outlives us and never asks anybody: it runs in a session of its own with the null device as its
 * input, and a lifeline (a pipe that the kernel closes when we die, however we die) ends it with SIGKILL. Beside SIGSTOP and
 * SIGCONT, SIGKILL is the only signal ever sent, because SIGTERM makes mydumper 0.12 to 1.0 end with exit 0 over a truncated
 * dump.
 */
@NullMarked
package io.flexmigrate.process;

import org.jspecify.annotations.NullMarked;
