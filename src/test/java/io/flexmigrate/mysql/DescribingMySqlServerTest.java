package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DescribingMySqlServerTest {

    private static final Sql QUESTION = Sql.of("asking", "SELECT 1");
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<String> happened = new ArrayList<>();
    private boolean alive = true;
    private final MySqlServer described = MySqlServer.describing(new Server(), said -> happened.add("said"));

    @Test
    void doesNotLogInForWhatIsOnlySaid() {
        described.execute(Sql.of("dropping", "DROP DATABASE shop"));

        assertThat(happened).containsExactly("said");
    }

    @Test
    void asksEachQuestionOnce() {
        described.query(QUESTION);
        described.query(QUESTION);

        assertThat(happened).containsExactly("open", "bounded", "query", "close");
    }

    @Test
    void logsInOncePerSessionAndBoundsItsPatience() {
        described.with(session -> {
            session.query(QUESTION);
            return session.query(Sql.of("asking", "SELECT 2"));
        });

        assertThat(happened).containsExactly("open", "bounded", "query", "query", "close");
    }

    @Test
    void knowsWhenTheServerIsGone() {
        described.with(session -> {
            assertThat(session.isAlive(SECOND)).as("nothing was asked").isTrue();
            session.query(QUESTION);
            assertThat(session.isAlive(SECOND)).isTrue();
            alive = false;
            assertThat(session.isAlive(SECOND)).isFalse();
            assertThatThrownBy(() -> session.query(Sql.of("asking", "SELECT 2")))
                    .isInstanceOf(MySqlException.class);
            return session;
        });
    }

    private final class Server implements MySqlServer {

        @Override
        public String role() {
            return "source";
        }

        @Override
        public Session open() {
            happened.add("open");
            return new Answering();
        }
    }

    private final class Answering implements Session {

        @Override
        public List<Row> query(Sql sql) {
            if (!alive) {
                throw Refusals.lost();
            }
            happened.add("query");
            return List.of(Row.of(Map.of("n", "1")));
        }

        @Override
        public void execute(Sql sql) {
            throw new AssertionError("a dry run changes nothing");
        }

        @Override
        public void execute(Sql sql, Duration timeout) {
            throw new AssertionError("a dry run changes nothing");
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            throw new AssertionError("a dry run waits for nothing");
        }

        @Override
        public boolean isAlive(Duration timeout) {
            return alive;
        }

        @Override
        public void endureSilence(Duration longest) {
            happened.add("bounded");
        }

        @Override
        public void close() {
            happened.add("close");
        }
    }
}
