/**
 * Statements that put rows of the target right after a comparison, for a person to judge and to apply.
 *
 * <p>Values come from one snapshot of the source, so rows that swapped a value of a unique key find their places: in each table
 * every row that differs is deleted first, and what the source has for it is inserted then.
 */
@NullMarked
package io.flexmigrate.stage.repair;

import org.jspecify.annotations.NullMarked;
