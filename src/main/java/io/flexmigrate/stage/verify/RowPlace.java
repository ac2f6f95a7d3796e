package io.flexmigrate.stage.verify;

import io.flexmigrate.model.RowKey;

/** How a row that differs is found again. */
public sealed interface RowPlace {

    /** A row that has a key. */
    record ByKey(RowKey key) implements RowPlace {}

    /**
     * Rows of a table without a key that are the same.
     *
     * @param hash over their columns
     * @param onSource how many there are there
     * @param onTarget how many there are there
     */
    record ByHash(String hash, long onSource, long onTarget) implements RowPlace {}
}
