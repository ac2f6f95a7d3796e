package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinlogCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstABinlogOfRows() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksASourceWithoutBinlog() {
        source.with("log_bin", "OFF");

        said().blocks("FM1010", "source log_bin", "no binlog", "log-bin=mysql-bin");
    }

    @Test
    void blocksASourceThatShowsNoCoordinates() {
        source.writesBinlog = false;

        said().blocks("FM1010", "source log_bin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATEMENT", "MIXED"})
    void blocksEveryFormatButRow(String format) {
        source.with("binlog_format", format);

        said().blocks("FM1011", "source binlog_format", format, "SET GLOBAL binlog_format = 'ROW'");
    }

    @Test
    void blocksAServerWithoutId() {
        source.with("server_id", "0");

        said().blocks("FM1012", "source server_id", "SET GLOBAL server_id");
    }

    @Test
    void blocksABinlogOfSomeDatabasesOnly() {
        source.binlogFilters = "binlog_do_db shop";

        said().blocks("FM1013", "source binlog filters", "binlog_do_db shop", "binlog_ignore_db");
    }

    @Test
    void namesEverythingAtOnce() {
        source.with("log_bin", "OFF").with("binlog_format", "MIXED").with("server_id", "0");

        assertThat(said().findings()).hasSize(3);
    }

    private Said said() {
        return new Said(new BinlogCheck().findings(Inventories.plan(), source.seen()));
    }
}
