package io.flexmigrate.lab;

import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;

/** The statements that clients send to a server, counted over one session that is kept open. */
final class Questions implements AutoCloseable {

    private static final Sql COUNT =
            Sql.of("counting the questions", "SHOW GLOBAL STATUS WHERE Variable_name = 'Questions'");

    private final Session session;
    private final long before;

    private Questions(Session session) {
        this.session = session;
        this.before = count();
    }

    static Questions begin(LabServer server) {
        return new Questions(server.root().open());
    }

    private long count() {
        return session.query(COUNT).get(0).number("Value");
    }

    /** How many since this was begun, without the one by which it is asked. */
    long soFar() {
        return count() - before - 1;
    }

    @Override
    public void close() {
        session.close();
    }
}
