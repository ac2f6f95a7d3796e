/**
 * The stages of a migration, one class each: the judgement of this program, written against ports.
 *
 * <p>A stage reads facts of earlier stages, writes what it is about to do into its log, does it through the ports of the
 * rooms {@code mysql}, {@code process} and {@code time} and leaves one fact. The same classes run in a dry run, with ports
 * that say what they would do: there is no second description of a migration.
 */
@NullMarked
package io.flexmigrate.stage;

import org.jspecify.annotations.NullMarked;
