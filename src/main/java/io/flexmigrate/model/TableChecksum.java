package io.flexmigrate.model;

/**
 * What a server computes over all rows of a table, in whatever order they come.
 *
 * @param rows number of rows
 * @param first XOR of a 64-bit hash of each row, as decimal text
 * @param second sum of an independent 64-bit hash of each row, as decimal text
 */
public record TableChecksum(long rows, String first, String second) {}
