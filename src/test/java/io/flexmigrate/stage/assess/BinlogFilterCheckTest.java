package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BinlogFilterCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstABinlogOfAllDatabases() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksABinlogOfSomeDatabasesOnly() {
        source.binlogFilters = "binlog_do_db shop";

        said().blocks("FM1013", "source binlog filters", "binlog_do_db shop", "binlog_ignore_db");
    }

    private Said said() {
        return new Said(new BinlogFilterCheck().findings(Inventories.plan(), source.seen()));
    }
}
