package io.flexmigrate.mysql;

import io.flexmigrate.model.Action;
import java.time.Duration;
import java.util.ArrayList;
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

    /** However slow a server is, a question of a dry run is answered sooner, or the server hangs. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

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
        return new DescribingSession();
    }

    /** Logs in when it has something to ask that was not answered before: most sessions of a dry run never do. */
    private final class DescribingSession implements Session {

        private final List<Session> opened = new ArrayList<>(1);

        @Override
        public List<Row> query(Sql sql) {
            List<Row> known = answers.get(sql);
            if (known != null) {
                return known;
            }
            List<Row> answer = real().query(sql);
            answers.put(sql, answer);
            return answer;
        }

        private Session real() {
            if (opened.isEmpty()) {
                Session session = server.open();
                session.endureSilence(LONGEST_SILENCE);
                opened.add(session);
            }
            return opened.get(0);
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
            return opened.stream().allMatch(session -> session.isAlive(timeout));
        }

        @Override
        public void endureSilence(Duration longest) {
            // because its own questions are short ones, and bounded already
        }

        @Override
        public void close() {
            opened.forEach(Session::close);
        }
    }
}
