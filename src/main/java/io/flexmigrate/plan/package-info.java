/**
 * The plan file: nested records, the reader that makes them, and problems with their place in the file.
 *
 * <p>A plan is read once and never changes. The reader works on YAML nodes rather than on maps, because a node knows its line
 * and column, and it collects every problem of a file before it refuses. Relative paths are relative to the plan file.
 * Secrets stand in a plan only by reference, unless the plan says {@code allow_literal_secrets: true}. This is the only room
 * that knows SnakeYAML.
 */
@NullMarked
package io.flexmigrate.plan;

import org.jspecify.annotations.NullMarked;
