package io.flexmigrate.mysql;

import io.flexmigrate.model.Action;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A server whose reads are real and whose changes are only said: the heart of the dry run.
 *
 * <p>The same question gets the same answer again: the changes that are said never happen, so the world they are said of
 * stands still.
 */
final class DescribingMySqlServer implements MySqlServer {

    private final MySqlServer server;
    private final Consumer<Action> sink;
    private final Map<Sql, List<Row>> answers = new HashMap<>();

    DescribingMySqlServer(MySqlServer server, Consumer<Action> sink) {
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
            return answers.computeIfAbsent(sql, session::query);
        }

        @Override
        public void execute(Sql sql) {
            sink.accept(new Action(Action.Kind.SQL, role(), sql.shown() + ";"));
        }

        @Override
        public void execute(Sql sql, Duration timeout) {
            execute(sql);
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            String text = sql.shown() + "; -- at most " + timeout.toSeconds() + " s";
            sink.accept(new Action(Action.Kind.SQL, role(), text));
            return List.of();
        }

        @Override
        public boolean isAlive(Duration timeout) {
            return true;
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
