package io.flexmigrate.model;

/**
 * What a dump holds of a table.
 *
 * @param rows how many rows it has at the snapshot, counted in the dump
 * @param bytes size of its data files as they are on disk
 */
public record TableRows(TableName name, long rows, long bytes) {}
