package io.flexmigrate.mysql.binlog;

import java.util.Optional;

/** A row as the binlog holds it: with the columns that {@code binlog_row_image} lets it hold. */
@FunctionalInterface
public interface RowImage {

    /**
     * The value of a column.
     *
     * @param ordinal counted from 1, as {@code information_schema} does
     * @return empty when it is NULL or not held
     */
    Optional<Object> value(int ordinal);
}
