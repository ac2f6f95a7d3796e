/**
 * What a run tells people: its status, its live narration and its findings, as plain text.
 *
 * <p>Everything here is a reading of the journal and decides nothing. Text is plain ASCII but for names that are not, the
 * dots in the line of progress, bars and curves, so that it survives any terminal and any log. Imports {@code engine} and {@code model}.
 */
@NullMarked
package io.flexmigrate.report;

import org.jspecify.annotations.NullMarked;
