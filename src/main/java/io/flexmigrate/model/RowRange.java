package io.flexmigrate.model;

import java.util.Optional;

/**
 * Rows that follow each other in the order of a unique key.
 *
 * @param after the row before the first; empty when the range begins where the table does
 * @param upTo the last row; empty when the range ends where the table does
 */
public record RowRange(Optional<RowKey> after, Optional<RowKey> upTo) {

    /** Every row of a table. */
    public static final RowRange ALL = new RowRange(Optional.empty(), Optional.empty());
}
