package io.flexmigrate.mysql;

import java.sql.SQLException;

/** Refusals of a server that a test makes up. */
public final class Refusals {

    private Refusals() {}

    /** What a server says that is there. */
    public static MySqlException denied(String words) {
        return new MySqlException("source", "reading", new SQLException(words, "42000", 1142));
    }

    /** What the driver says when the server is gone. */
    public static MySqlException lost() {
        return new MySqlException("source", "reading", new SQLException("Communications link failure", "08S01", 0));
    }
}
