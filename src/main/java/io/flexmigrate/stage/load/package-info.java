/**
 * The loading of the snapshot: tables made by us, rows by myloader, a batch of tables at a time; then indexes and foreign keys.
 *
 * <p>What is done is read out of the stage's log ({@code LoadLedger}), table by table: a table whose rows are not known to be
 * all there is dropped and made anew, one whose rows are is never touched again but for the indexes it lacks.
 */
@NullMarked
package io.flexmigrate.stage.load;

import org.jspecify.annotations.NullMarked;
