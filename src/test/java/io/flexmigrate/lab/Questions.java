package io.flexmigrate.lab;

import io.flexmigrate.mysql.Sql;

/** The statements that clients have sent to a server. */
final class Questions {

    private static final Sql COUNT =
            Sql.of("counting the questions", "SHOW GLOBAL STATUS WHERE Variable_name = 'Questions'");

    private Questions() {}

    /** How many so far, without those by which this is asked. */
    static long of(LabServer server) {
        return server.root().with(session -> {
            long first = session.query(COUNT).get(0).number("Value");
            long second = session.query(COUNT).get(0).number("Value");
            return first - (second - first);
        });
    }
}
