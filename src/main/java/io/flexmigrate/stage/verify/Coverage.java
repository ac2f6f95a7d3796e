package io.flexmigrate.stage.verify;

/**
 * How many chunks of a table were compared.
 *
 * @param all how many it has
 */
public record Coverage(long compared, long all) {}
