package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.mysql.Sql;
import java.util.List;

/** What a server's databases hold, in lines that are the same in every version: 5.7 says RESTRICT where 8.0 says NO ACTION. */
final class SchemaListing {

    private static final List<String> QUERIES = List.of("""
            SELECT TABLE_SCHEMA AS d, CONCAT_WS(' ', 'column', TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE,
              IS_NULLABLE, COALESCE(COLLATION_NAME, '-'), COALESCE(CHARACTER_MAXIMUM_LENGTH, 0)) AS entry
            FROM information_schema.COLUMNS""", """
            SELECT TABLE_SCHEMA AS d, CONCAT_WS(' ', 'key', TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, NON_UNIQUE,
              SEQ_IN_INDEX, COLUMN_NAME) AS entry FROM information_schema.STATISTICS""", """
            SELECT CONSTRAINT_SCHEMA AS d, CONCAT_WS(' ', 'reference', CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME,
              REFERENCED_TABLE_NAME, REPLACE(UPDATE_RULE, 'NO ACTION', 'RESTRICT'),
              REPLACE(DELETE_RULE, 'NO ACTION', 'RESTRICT')) AS entry
            FROM information_schema.REFERENTIAL_CONSTRAINTS""", """
            SELECT ROUTINE_SCHEMA AS d, CONCAT_WS(' ', ROUTINE_TYPE, ROUTINE_SCHEMA, ROUTINE_NAME, SECURITY_TYPE)
              AS entry FROM information_schema.ROUTINES""", """
            SELECT TRIGGER_SCHEMA AS d, CONCAT_WS(' ', 'trigger', TRIGGER_SCHEMA, TRIGGER_NAME, ACTION_TIMING,
              EVENT_MANIPULATION, ACTION_ORDER) AS entry FROM information_schema.TRIGGERS""", """
            SELECT EVENT_SCHEMA AS d, CONCAT_WS(' ', 'event', EVENT_SCHEMA, EVENT_NAME, STATUS, INTERVAL_FIELD) AS entry
            FROM information_schema.EVENTS""");

    private SchemaListing() {}

    /** All lines, sorted. */
    static List<String> of(LabServer server) {
        return QUERIES.stream()
                .map(query -> "SELECT entry FROM (" + query + ") objects WHERE d NOT IN"
                        + " ('mysql', 'sys', 'information_schema', 'performance_schema')")
                .flatMap(query -> server.root().query(Sql.of("listing the schema", query)).stream())
                .map(row -> row.text("entry"))
                .sorted()
                .toList();
    }
}
