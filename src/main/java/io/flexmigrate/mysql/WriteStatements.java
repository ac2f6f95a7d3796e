package io.flexmigrate.mysql;

import java.util.List;

/**
 * The statements that write, as a server has seen them since it was started, without their values:
 * refman/8.0/en/performance-schema-statement-digests.html.
 */
public record WriteStatements(Session session) {

    /** More kinds of statements than that nobody looks through. */
    private static final int MOST = 5_000;

    /**
     * A kind of statement.
     *
     * @param database the default one of who sent it; empty when he had none
     * @param text names are quoted, and parted by spaces
     * @param count how often it was seen
     */
    public record Seen(String database, String text, long count) {}

    /** Those that were seen most often, of those that name a database. */
    public List<Seen> withDatabaseNames() {
        Sql sql = Sql.of("looking at the statements that write", """
                SELECT COALESCE(SCHEMA_NAME, '') AS db, DIGEST_TEXT AS text, COUNT_STAR AS n
                FROM performance_schema.events_statements_summary_by_digest
                WHERE (DIGEST_TEXT LIKE 'INSERT %' OR DIGEST_TEXT LIKE 'UPDATE %' OR DIGEST_TEXT LIKE 'DELETE %'
                       OR DIGEST_TEXT LIKE 'REPLACE %') AND DIGEST_TEXT LIKE '%` . `%'
                ORDER BY COUNT_STAR DESC LIMIT""" + " " + MOST);
        return session.query(sql).stream()
                .map(row -> new Seen(row.text("db"), row.text("text"), row.number("n")))
                .toList();
    }
}
