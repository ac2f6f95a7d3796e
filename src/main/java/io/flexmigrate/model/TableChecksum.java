package io.flexmigrate.model;

/**
 * What a server computes over all rows of a table, in whatever order they come.
 *
 * @param rows number of rows
 * @param first the upper digits of the sum of a 108-bit hash of each row
 * @param second its 28 lower digits
 */
public record TableChecksum(long rows, String first, String second) {}
