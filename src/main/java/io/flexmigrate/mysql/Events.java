package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.util.Comparator;
import java.util.List;

/** The events of a server's scheduler. */
public record Events(Session session) {

    /** An event and its database. */
    public record Name(String database, String event) implements Comparable<Name> {

        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::database).thenComparing(Name::event);

        /** The name as SQL writes it, each part between backticks. */
        public String quoted() {
            return Identifier.quoted(database) + "." + Identifier.quoted(event);
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return database + "." + event;
        }
    }

    /** The events of these databases that are enabled. */
    public List<Name> enabled(List<String> databases) {
        Sql sql = Sql.of(
                "listing the enabled events",
                "SELECT EVENT_SCHEMA AS d, EVENT_NAME AS name FROM information_schema.EVENTS WHERE STATUS = 'ENABLED'");
        return session.query(sql).stream()
                .map(row -> new Name(row.text("d"), row.text("name")))
                .filter(name -> databases.contains(name.database()))
                .toList();
    }

    /**
     * Lets an event run from now on, under the settings that it has: ALTER EVENT gives it those of the session, refman/8.0/en/
     * alter-event.html.
     */
    public void enable(Name name) {
        session.first(Sql.of(
                        "reading the settings of the event " + name,
                        "SELECT SQL_MODE AS mode, COLLATION_CONNECTION AS co FROM information_schema.EVENTS"
                                + " WHERE EVENT_SCHEMA = ? AND EVENT_NAME = ?",
                        name.database(),
                        name.event()))
                .ifPresent(row -> session.execute(Sql.of(
                        "taking the settings of the event " + name,
                        "SET SESSION sql_mode = ?, collation_connection = ?",
                        row.text("mode"),
                        row.text("co"))));
        session.execute(Sql.of("enabling the event " + name, "ALTER EVENT " + name.quoted() + " ENABLE"));
    }

    /** Keeps an event from beginning again; one that runs goes on to its end. */
    public void disable(Name name) {
        session.execute(disabling(name));
    }

    /** The statement of {@link #disable}. */
    public static Sql disabling(Name name) {
        return Sql.of("disabling the event " + name, "ALTER EVENT " + name.quoted() + " DISABLE");
    }

    /** Whether the scheduler runs events at all. */
    public boolean run() {
        return session.first(Sql.of("looking whether events run", "SELECT @@GLOBAL.event_scheduler AS s"))
                .filter(row -> row.text("s").equals("ON"))
                .isPresent();
    }
}
