/**
 * The command line: one class per verb, the exit codes, and the wiring of all rooms.
 *
 * <p>A command parses and calls {@code Migration}, no more. Whatever goes wrong anywhere arrives as an exception in
 * {@code FailureReport}, the one place that turns it into words and an exit code; a stack trace goes to a file, never to the
 * terminal. Classes that need YAML or JDBC are not touched before a plan is read, so that {@code --version} and
 * {@code --help} stay fast. This is the only room that knows picocli, and the only one that may know all others.
 */
@NullMarked
package io.flexmigrate.cli;

import org.jspecify.annotations.NullMarked;
