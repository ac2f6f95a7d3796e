package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogBinCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstASourceWithABinlog() {
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

    private Said said() {
        return new Said(new LogBinCheck().findings(Inventories.plan(), source.seen()));
    }
}
