package io.flexmigrate.stage.fence;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountChanges;
import io.flexmigrate.mysql.AccountLocks;
import io.flexmigrate.mysql.AccountSessions;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.GuardEvent;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.SchemaProtection;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.StubbornSessionsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Closes and opens the accounts and databases of a group. None of it is for the binlog: the other server is a replica.
 *
 * @param kind SCHEMAS or ACCOUNTS
 * @param managed whether its provider keeps standbys, which are fed by the binlog, and lets nobody make an event in the database
 *     {@code mysql}: then it is written to the binlog, where the way back leaves out what is about accounts, and nothing guards it
 */
record GroupClosing(
        FenceKind kind,
        Session session,
        List<String> databases,
        List<AccountName> accounts,
        AccountSessions sessions,
        GuardEvent guard,
        boolean managed) {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Where nothing is to be asked along. */
    private static final Sql NOTHING = Sql.of("nothing else", "SELECT 1 AS nothing");

    /** ER_LOCK_WAIT_TIMEOUT. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    GroupClosing {
        databases = List.copyOf(databases);
        accounts = List.copyOf(accounts);
        session.execute(
                managed
                        // because a 5.7 that follows stops at any event that names a collation that it does not know
                        ? Sql.of(
                                "taking a collation that every server knows",
                                "SET NAMES utf8mb4 COLLATE utf8mb4_general_ci")
                        : Sql.of("keeping what follows out of the binlog", "SET SESSION sql_log_bin = 0"));
        session.execute(Sql.of("bounding the waits for locks", "SET SESSION lock_wait_timeout = 1"));
    }

    /** Over a session for nothing else. */
    static GroupClosing of(
            FenceKind kind,
            Session session,
            List<String> databases,
            List<AccountName> accounts,
            GuardEvent guard,
            boolean managed) {
        AccountSessions sessions = new AccountSessions(session, Set.copyOf(accounts), managed);
        return new GroupClosing(kind, session, databases, accounts, sessions, guard, managed);
    }

    /** What is open now. Events of a read-only database do not run, so only there they need not be disabled. */
    Standing standing() {
        boolean schemas = kind == FenceKind.SCHEMAS;
        return Standing.group(
                kind,
                new AccountLocks(session).open(accounts),
                schemas ? new SchemaProtection(session).open(databases) : List.of(),
                schemas ? List.of() : new Events(session).enabled(databases));
    }

    /** Does as {@link #keepOut} does, to nobody: looks at the sessions, and ends none. */
    void rehearse(Standing before, Sql then) {
        doors(before);
        sessions.practise(then);
    }

    /**
     * Locks accounts, ends their sessions and waits until they are gone; passes under table locks.
     *
     * @param then what to ask when they are gone
     * @return the answer to it
     */
    List<Row> keepOut(Standing before, Sql then) {
        try {
            return sessions.end(doors(before), then);
        } catch (StubbornSessionsException stubborn) {
            throw new CutOverAbortedException(String.valueOf(stubborn.getMessage()), stubborn);
        }
    }

    private static List<Sql> doors(Standing before) {
        List<Sql> statements = new ArrayList<>();
        if (!before.accounts().isEmpty()) {
            statements.add(AccountChanges.lock(before.accounts()));
        }
        // no lambda, which would be made inside the pause
        for (Events.Name event : before.events()) {
            statements.add(Events.disabling(event));
        }
        return statements;
    }

    /** @param then what to ask when they are closed */
    List<Row> closeDatabases(Standing before, Sql then) {
        try {
            return new SchemaProtection(session).engage(before.databases(), then);
        } catch (MySqlException refused) {
            if (refused.errorNumber() == LOCK_WAIT_TIMEOUT || refused.isTimeout()) {
                throw new CutOverAbortedException(
                        "A database could not be made read-only, because somebody has a transaction open there: "
                                + refused.getMessage(),
                        refused);
            }
            throw refused;
        }
    }

    /** What clients wait for: in one request, or where that is refused, one by one and only what is there and closed. */
    void letIn(Standing before) {
        List<Sql> statements = new ArrayList<>();
        for (String database : before.databases()) {
            statements.add(SchemaProtection.opening(database));
        }
        if (!before.accounts().isEmpty()) {
            statements.add(AccountChanges.unlock(before.accounts()));
        }
        if (statements.isEmpty()) {
            return;
        }
        try {
            session.answers(statements, List.of(), PATIENCE);
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            letInOneByOne(before);
        }
    }

    private void letInOneByOne(Standing before) {
        if (!before.databases().isEmpty()) {
            new SchemaProtection(session).lift(before.databases());
        }
        new AccountLocks(session).unlock(before.accounts());
    }

    /** The guard goes last: if we die in between, it opens what is left. */
    void lift(Standing before) {
        letIn(before);
        List<Events.Name> enabled = new Events(session).enabled(databases);
        before.events().stream().filter(event -> !enabled.contains(event)).forEach(new Events(session)::enable);
        removeGuard();
    }

    void removeGuard() {
        if (!managed) {
            guard.remove();
        }
    }

    /** Whether a guard is there that opens it, or did. */
    boolean isGuarded() {
        return !managed && guard.isThere();
    }

    /** Whether all that was open before is open now. */
    boolean isOpen(Standing before) {
        return new AccountLocks(session).open(accounts).containsAll(before.accounts())
                && (before.databases().isEmpty()
                        || new SchemaProtection(session).open(databases).containsAll(before.databases()));
    }

    /** Whether nothing of what was open before is open now. */
    boolean isClosed(Standing before) {
        return Collections.disjoint(new AccountLocks(session).open(before.accounts()), before.accounts())
                && (before.databases().isEmpty()
                        || Collections.disjoint(
                                new SchemaProtection(session).open(before.databases()), before.databases()));
    }

    /** After OPEN: what has come open since is closed again, and who came in is sent away. */
    void closeAgain(Standing before) {
        removeGuard();
        new AccountLocks(session).lock(new AccountLocks(session).open(before.accounts()));
        List<Events.Name> enabled = new Events(session).enabled(databases);
        before.events().stream().filter(enabled::contains).forEach(new Events(session)::disable);
        keepOut(Standing.group(kind, List.of(), List.of(), List.of()), NOTHING);
        List<String> open =
                before.databases().isEmpty() ? List.of() : new SchemaProtection(session).open(before.databases());
        if (!open.isEmpty()) {
            closeDatabases(Standing.group(kind, List.of(), open, List.of()), NOTHING);
        }
    }
}
