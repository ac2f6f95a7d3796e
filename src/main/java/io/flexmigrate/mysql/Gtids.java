package io.flexmigrate.mysql;

import io.flexmigrate.model.GtidSet;

/** The global transaction identifiers of a server, over one session; how sets relate is asked of the server. */
public record Gtids(Session session) {

    /** {@code ON}, {@code OFF} or one of the permissive modes. */
    public String mode() {
        return text("reading gtid_mode", "SELECT @@GLOBAL.gtid_mode AS value");
    }

    /** The transactions the server has. */
    public GtidSet executed() {
        return new GtidSet(text("reading gtid_executed", "SELECT @@GLOBAL.gtid_executed AS value"));
    }

    /** Those of them that its binlog does not hold any more. */
    public GtidSet purged() {
        return new GtidSet(text("reading gtid_purged", "SELECT @@GLOBAL.gtid_purged AS value"));
    }

    /** The server's own identifier, with which its clients' transactions begin. */
    public String serverUuid() {
        return text("reading server_uuid", "SELECT @@GLOBAL.server_uuid AS value");
    }

    /** Whether all of the first are in the second. */
    public boolean isSubset(GtidSet part, GtidSet whole) {
        Sql sql = Sql.of(
                "comparing sets of transactions", "SELECT GTID_SUBSET(?, ?) AS value", part.text(), whole.text());
        return session.first(sql).map(row -> row.number("value") == 1).orElse(false);
    }

    /** What is in the first and not in the second. */
    public GtidSet subtract(GtidSet whole, GtidSet part) {
        Sql sql = Sql.of(
                "comparing sets of transactions", "SELECT GTID_SUBTRACT(?, ?) AS value", whole.text(), part.text());
        return new GtidSet(session.first(sql).map(row -> row.text("value")).orElse(""));
    }

    /**
     * Has the server believe that it has these transactions too: possible from 8.0 on, when it has none of them:
     * refman/8.0/en/replication-options-gtids.html, {@code gtid_purged}.
     */
    public void add(GtidSet transactions) {
        session.execute(
                Sql.of("adding the snapshot's transactions", "SET GLOBAL gtid_purged = ?", "+" + transactions.text()));
    }

    private String text(String purpose, String query) {
        return session.first(Sql.of(purpose, query))
                .map(row -> row.text("value"))
                .orElse("");
    }
}
