package io.flexmigrate.model;

/**
 * A table that mydumper would spoil, and that we dump ourselves.
 *
 * @param reason a phrase about the table, such as {@code its name makes file names that the tools cannot read back}
 */
public record GapTable(TableName table, String reason) {}
