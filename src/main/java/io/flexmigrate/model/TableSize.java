package io.flexmigrate.model;

/**
 * A base table as the source describes it.
 *
 * @param name the table
 * @param engine its storage engine, such as {@code InnoDB}
 * @param estimatedRows the server's estimate of its rows
 * @param bytes data and indexes together, in bytes
 * @param hasPrimaryKey whether rows have a primary key
 */
public record TableSize(TableName name, String engine, long estimatedRows, long bytes, boolean hasPrimaryKey) {}
