package io.flexmigrate.mysql;

/** The connections a server has open. */
public record Connections(Session session) {

    /** How many there are, ours included. */
    public long open() {
        return session.first(Sql.of(
                        "counting the connections", "SHOW GLOBAL STATUS WHERE Variable_name = 'Threads_connected'"))
                .map(row -> row.number("Value"))
                .orElse(0L);
    }
}
