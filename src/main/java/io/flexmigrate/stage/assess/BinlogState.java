package io.flexmigrate.stage.assess;

/**
 * The source's binlog.
 *
 * @param written whether it has binlog coordinates
 * @param filters databases it is told (not) to write to it; empty when all are written
 */
record BinlogState(boolean written, String filters) implements Part {}
