/**
 * Values of the field: versions, coordinates, names, findings and facts.
 *
 * <p>Imports nothing of ours and does no I/O, so that every other room can speak in these words. All of them are records,
 * enums or sealed interfaces over records; what they hold is checked when they are made.
 */
@NullMarked
package io.flexmigrate.model;

import org.jspecify.annotations.NullMarked;
