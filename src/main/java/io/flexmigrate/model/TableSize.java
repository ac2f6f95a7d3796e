package io.flexmigrate.model;

/**
 * A base table as the source describes it.
 *
 * @param name the table
 * @param engine its storage engine, such as {@code InnoDB}
 * @param estimatedRows the server's estimate of its rows
 * @param dataBytes the server's estimate of its rows' size, in bytes
 * @param indexBytes the server's estimate of its secondary indexes' size, in bytes
 * @param hasPrimaryKey whether rows have a primary key
 */
public record TableSize(
        TableName name, String engine, long estimatedRows, long dataBytes, long indexBytes, boolean hasPrimaryKey) {

    /** Data and indexes together, in bytes. */
    public long bytes() {
        return dataBytes + indexBytes;
    }
}
