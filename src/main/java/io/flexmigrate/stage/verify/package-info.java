/**
 * Comparing source and target: chunk by chunk and lock-free while they change, and inside the fence what changed last.
 *
 * <p>The order is what makes it right: the source's checksum, then the source's coordinates, then wait until the target has
 * applied these, then the target's checksum. Equal, or equal to any checksum of the source seen meanwhile, is equal. A chunk
 * whose source did not change between looks and whose target still differs is halved until the rows that differ are known.
 *
 * <p>A proof holds for what the source had done before coordinates that the target had applied before the first look. What
 * was changed later is read from the source's binlog, row by row where a key can be read, else as a whole table, and proven
 * again before the fence, over and over; the little that is left is proven inside it, where nothing can change. Between the
 * moment a transaction stands in the binlog and the moment others see what it did, some time may pass: so what is compared
 * while it moves is believed only up to the coordinates of a round before.
 *
 * <p>What InnoDB changes along foreign keys that cascade is in no binlog. It does so alike on both sides, as long as the rows
 * and the keys are alike, which are proven; the tables are compared once more before the fence all the same.
 */
@NullMarked
package io.flexmigrate.stage.verify;

import org.jspecify.annotations.NullMarked;
