/**
 * Whether the target defines what the source defines: databases, tables, columns, indexes, constraints, partitions, views,
 * routines, triggers and events, attribute by attribute, in one spelling for all versions.
 *
 * <p>Rows are the business of {@code verify}; who may be the definer of an object, and whether an event is on, is decided
 * elsewhere and left out here.
 */
@NullMarked
package io.flexmigrate.stage.fidelity;

import org.jspecify.annotations.NullMarked;
