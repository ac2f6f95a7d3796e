package io.flexmigrate.mysql;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A server whose reads are real and whose changes are only said: the heart of the dry run. */
final class DescribingMySqlServer implements MySqlServer {

    private final MySqlServer server;
    private final Consumer<String> sink;

    DescribingMySqlServer(MySqlServer server, Consumer<String> sink) {
        this.server = server;
        this.sink = sink;
    }

    @Override
    public String role() {
        return server.role();
    }

    @Override
    public Session open() {
        return new DescribingSession(server.open());
    }

    private final class DescribingSession implements Session {

        private final Session session;

        DescribingSession(Session session) {
            this.session = session;
        }

        @Override
        public List<Row> query(Sql sql) {
            return session.query(sql);
        }

        @Override
        public void execute(Sql sql) {
            sink.accept("on the " + role() + ": " + sql.shown() + ";");
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            sink.accept("on the " + role() + ", at most " + timeout.toSeconds() + " s: " + sql.shown() + ";");
            return List.of();
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
