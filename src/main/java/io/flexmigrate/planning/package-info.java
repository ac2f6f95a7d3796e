/**
 * What can be worked out before a migration begins: how long it takes, which databases belong together, and the planning
 * report as a value.
 *
 * <p>Pure thought: nothing here asks a server, and nothing here writes a text for people. {@code stage} reads what this room
 * works on, {@code report} and {@code journal} write what comes of it. Imports {@code engine} and {@code model}.
 */
@NullMarked
package io.flexmigrate.planning;

import org.jspecify.annotations.NullMarked;
