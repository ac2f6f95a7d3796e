package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.BinlogCoordinates;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BinlogSearchTest {

    private static final int BEING_WRITTEN = 1220;
    private static final BinlogCoordinates START = new BinlogCoordinates("binlog.000001", 4);
    private static final BinlogCoordinates NOW = new BinlogCoordinates("binlog.000001", 900);

    @Test
    void readsOnWhenAnEventThatWasJustBeingWrittenIsComplete() {
        assertThat(search(BEING_WRITTEN, 3).between(START, NOW)).containsExactly("binlog.000001:4 Table_map");
    }

    @Test
    void saysWhatTheServerSaysWhenItCanNeverBeRead() {
        assertThatThrownBy(() -> search(BEING_WRITTEN, 1_000).between(START, NOW))
                .isInstanceOf(MySqlException.class)
                .hasMessageContaining("searching the binlog failed: truncated (error 1220)");
    }

    @Test
    void asksForNothingTwiceThatIsRefusedForAnotherReason() {
        assertThatThrownBy(() -> search(1227, 1).between(START, NOW)).isInstanceOf(MySqlException.class);
    }

    private static BinlogSearch search(int error, int times) {
        return new BinlogSearch(new Refusing(error, times), List.of("shop"), Set.of());
    }

    /** Refuses to show events so often. */
    private static final class Refusing implements Session {

        private final int error;
        private int left;

        private Refusing(int error, int times) {
            this.error = error;
            this.left = times;
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            if (!sql.text().startsWith("SHOW BINLOG EVENTS")) {
                return List.of();
            }
            if (left-- > 0) {
                throw new MySqlException("source", sql.purpose(), new SQLException("truncated", "HY000", error));
            }
            return List.of(Row.of(Map.of(
                    "Server_id", "1",
                    "Event_type", "Table_map",
                    "Info", "table_id: 7 (shop.orders)",
                    "Pos", "4",
                    "End_log_pos", "80")));
        }

        @Override
        public List<Row> query(Sql sql) {
            throw new AssertionError(sql.text());
        }

        @Override
        public void execute(Sql sql) {
            throw new AssertionError(sql.text());
        }

        @Override
        public void execute(Sql sql, Duration timeout) {
            throw new AssertionError(sql.text());
        }

        @Override
        public boolean isAlive(Duration timeout) {
            return true;
        }

        @Override
        public void endureSilence(Duration longest) {
            throw new AssertionError("nobody waits for long");
        }

        @Override
        public void close() {
            // because nothing is open
        }
    }
}
