/**
 * The plan file: nested records, the reader that makes them, and problems with their place in the file.
 *
 * <p>A plan is read once and never changes. The reader works on YAML nodes rather than on maps, because a node knows its line
 * and column, and it collects every problem of a file before it refuses. Relative paths are relative to the plan file.
 * Secrets stand in a plan only by reference, unless the plan says {@code allow_literal_secrets: true}. This is the only room
 * that knows SnakeYAML.
 *
 * <p>What a reader asks a {@code Section} for is all that may stand there: over a file that gives the plan and its problems,
 * over an outline the JSON Schema for editors. So there is one place that knows a key, its kind, its range and its default.
 */
@NullMarked
package io.flexmigrate.plan;

import org.jspecify.annotations.NullMarked;
