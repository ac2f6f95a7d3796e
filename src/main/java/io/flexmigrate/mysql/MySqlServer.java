package io.flexmigrate.mysql;

import io.flexmigrate.model.Action;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A server that can be logged in to. */
public interface MySqlServer {

    /** What the server is to us: {@code source} or {@code target}. */
    String role();

    /**
     * Opens a connection.
     *
     * @throws MySqlException when the server cannot be reached or refuses us
     */
    Session open();

    /** The real thing, over JDBC. */
    static MySqlServer connecting(ConnectionSettings settings) {
        return new JdbcMySqlServer(settings);
    }

    /** A server that is read for real, and whose changes are only said. */
    static MySqlServer describing(MySqlServer server, Consumer<Action> sink) {
        return new DescribingMySqlServer(server, sink);
    }

    /** Opens a connection for one thing and closes it. */
    default <T> T with(Function<Session, T> work) {
        try (Session session = open()) {
            return work.apply(session);
        }
    }

    default List<Row> query(Sql sql) {
        return with(session -> session.query(sql));
    }

    default void execute(Sql sql) {
        with(session -> {
            session.execute(sql);
            return sql;
        });
    }
}
