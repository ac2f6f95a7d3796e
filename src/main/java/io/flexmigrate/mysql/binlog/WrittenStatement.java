package io.flexmigrate.mysql.binlog;

import io.flexmigrate.model.BinlogCoordinates;

/**
 * A statement that stands in a binlog as text: a definition, or a change of rows by a session that logs statements.
 *
 * @param database the session's default; may be empty
 * @param serverId of the server that wrote it first
 * @param upTo where the event ends
 */
public record WrittenStatement(String database, String text, long serverId, BinlogCoordinates upTo) {}
