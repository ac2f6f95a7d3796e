package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdlenessTest {

    private long statements;
    private final Idleness idleness = new Idleness(new Clients(new Server()));

    @Test
    void takesFourIdleLooksInARowForAHang() {
        assertThat(idleness.isHang(100)).as("first bytes").isFalse();

        assertThat(idleness.isHang(100)).isFalse();
        assertThat(idleness.isHang(100)).isFalse();
        assertThat(idleness.isHang(100)).isFalse();
        assertThat(idleness.isHang(100)).isTrue();
    }

    @Test
    void beginsToCountAnewWhenSomethingIsWritten() {
        for (int bytes = 0; bytes < 10; bytes++) {
            assertThat(idleness.isHang(bytes)).isFalse();
            assertThat(idleness.isHang(bytes)).isFalse();
        }
    }

    @Test
    void countsNothingWhileASessionIsAtAStatement() {
        statements = 1;

        for (int look = 0; look < 10; look++) {
            assertThat(idleness.isHang(100)).isFalse();
        }
    }

    /** Answers with the number of statements. */
    private final class Server implements Session {

        @Override
        public List<Row> query(Sql sql) {
            return List.of(Row.of(Map.of("n", Long.toString(statements))));
        }

        @Override
        public void execute(Sql sql) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void execute(Sql sql, Duration timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void endureSilence(Duration longest) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAlive(Duration timeout) {
            return true;
        }

        @Override
        public void close() {}
    }
}
