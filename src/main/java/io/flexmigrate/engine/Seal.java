package io.flexmigrate.engine;

/**
 * What makes a change of a file of lines noticed.
 *
 * @param file its path in the work directory
 * @param lines how many of its first lines the digest is over
 * @param digest SHA-256 over them, in hexadecimal digits
 */
public record Seal(String file, long lines, String digest) {}
