package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * An event on the server that opens again, at a set time, what we closed there, unless we drop it before: a dead-man's switch
 * for what outlives our sessions. It runs once, as the account that made it, and only where the event scheduler is on.
 *
 * <p>It lives in the database {@code mysql}, because an event of a read-only database cannot run. The session that makes it must
 * not write a binlog, so that no replica gets it.
 */
public record GuardEvent(Session session, String name) {

    private static final String DATABASE = "mysql";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Sql CLOCK = Sql.of("reading the server's clock", "SELECT UNIX_TIMESTAMP(SYSDATE(6)) AS t");

    /** The event of a plan's group. */
    public static GuardEvent of(Session session, String plan, String group) {
        byte[] both = (plan + "/" + group).getBytes(StandardCharsets.UTF_8);
        return new GuardEvent(
                session,
                "migrate_guard_" + UUID.nameUUIDFromBytes(both).toString().substring(0, 8));
    }

    /** What it opens. */
    public record Charge(List<AccountName> accounts, List<String> databases, List<Events.Name> events) {
        public Charge {
            accounts = List.copyOf(accounts);
            databases = List.copyOf(databases);
            events = List.copyOf(events);
        }
    }

    /**
     * Sets it.
     *
     * @param after whole seconds, at least 2; it may run up to a second earlier, as the scheduler knows whole seconds only
     * @return when it may run at the earliest, to be handed to {@link #drop}; in seconds of the server's clock
     */
    public double set(Duration after, Charge charge) {
        session.allowSeveral();
        remove();
        double now = time(session.query(CLOCK));
        session.execute(Sql.of(
                "setting the guard that opens the source again",
                "CREATE EVENT " + quoted() + " ON SCHEDULE AT CURRENT_TIMESTAMP + INTERVAL " + after.toSeconds()
                        + " SECOND ON COMPLETION PRESERVE DO " + body(charge)));
        return now + after.toSeconds() - 1;
    }

    /** Drops it, and says whether that was before it could run. */
    public boolean drop(double earliest) {
        return time(session.answers(List.of(dropping()), List.of(CLOCK), PATIENCE)
                        .get(0))
                < earliest;
    }

    /** Whether it is on the server, be it that it has run. */
    public boolean isThere() {
        return session.first(Sql.of(
                        "looking for the guard",
                        "SELECT 1 AS n FROM information_schema.EVENTS WHERE EVENT_SCHEMA = '" + DATABASE
                                + "' AND EVENT_NAME = ?",
                        name))
                .isPresent();
    }

    /** Drops it if it is there. */
    public void remove() {
        session.execute(dropping());
    }

    private Sql dropping() {
        return Sql.of("dropping the guard", "DROP EVENT IF EXISTS " + quoted());
    }

    private static double time(List<Row> answer) {
        return answer.stream()
                .findFirst()
                .map(row -> Double.parseDouble(row.text("t")))
                .orElseThrow(() -> new IllegalStateException("the server did not say what time it is"));
    }

    private String quoted() {
        return Identifier.quoted(DATABASE) + "." + Identifier.quoted(name);
    }

    /** Each statement for itself: one that fails, as its object is gone, must not keep the others back. */
    private static String body(Charge charge) {
        List<String> statements = new ArrayList<>();
        charge.databases()
                .forEach(database -> statements.add(
                        SchemaProtection.statement(database, false).text()));
        if (!charge.accounts().isEmpty()) {
            statements.add(AccountChanges.unlock(charge.accounts()).text());
        }
        charge.events().forEach(event -> statements.add("ALTER EVENT " + event.quoted() + " ENABLE"));
        return "BEGIN DECLARE CONTINUE HANDLER FOR SQLEXCEPTION BEGIN END; SET SESSION sql_log_bin = 0; "
                + String.join("; ", statements) + "; END";
    }
}
