package io.flexmigrate.mysql;

import java.time.Duration;

/** A server's {@code super_read_only}, which refuses writes from everybody but replication. */
public record WriteProtection(Session session, Dialect dialect) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How the two variables stood before, for the way back. */
    public record State(boolean readOnly, boolean superReadOnly) {}

    /** On a session that waits for locks for a second at most. */
    public static WriteProtection with(Session session, Dialect dialect) {
        session.execute(Sql.of("bounding the waits for locks", "SET SESSION lock_wait_timeout = 1"));
        return new WriteProtection(session, dialect);
    }

    public State state() {
        Sql sql = Sql.of(
                "reading super_read_only", "SELECT @@GLOBAL.read_only AS ro, @@GLOBAL.super_read_only AS super_ro");
        return session.first(sql)
                .map(row -> new State(row.number("ro") == 1, row.number("super_ro") == 1))
                .orElseThrow(() -> new IllegalStateException("no answer for super_read_only"));
    }

    /**
     * Refuses writes from now on, and over a restart where the server can ({@link Dialect#canPersistVariables}); passes while
     * another session holds the global read lock.
     */
    public void engage() {
        if (!dialect.canPersistVariables() || !isPersisted()) {
            session.execute(Sql.of("making the server read-only", "SET GLOBAL super_read_only = ON"), PATIENCE);
        }
    }

    /** One statement does both, so that there is no moment in which a restart opens what was closed. */
    private boolean isPersisted() {
        try {
            persist();
            return true;
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            return false;
        }
    }

    /** Puts both variables back; {@code read_only} off would take {@code super_read_only} with it, so it comes last. */
    public void restore(State before) {
        if (!before.superReadOnly()) {
            if (dialect.canPersistVariables()) {
                // from 8.0.0 on, refman/8.0/en/reset-persist.html
                session.execute(
                        Sql.of("forgetting the lasting super_read_only", "RESET PERSIST IF EXISTS super_read_only"));
            }
            session.execute(Sql.of("making the server writable", "SET GLOBAL super_read_only = OFF"));
        }
        if (!before.readOnly()) {
            session.execute(Sql.of("making the server writable", "SET GLOBAL read_only = OFF"));
        }
    }

    /** The same again, for what it says where the server cannot keep it over a restart. */
    public void persist() {
        session.execute(
                Sql.of("making the server read-only, and over a restart", "SET PERSIST super_read_only = ON"),
                PATIENCE);
    }
}
