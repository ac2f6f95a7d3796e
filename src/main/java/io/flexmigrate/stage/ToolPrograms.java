package io.flexmigrate.stage;

/**
 * The programs to run.
 *
 * @param mydumper a path or a name to look for on the path
 * @param myloader likewise
 */
public record ToolPrograms(String mydumper, String myloader) {}
