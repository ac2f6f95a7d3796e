package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import org.junit.jupiter.api.Test;

class DurabilityCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstADurableSource() {
        source.with("sync_binlog", "1").with("innodb_flush_log_at_trx_commit", "1");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfABinlogThatIsNotSynced() {
        source.with("sync_binlog", "1000").with("innodb_flush_log_at_trx_commit", "1");

        said().warns("FM1102", "source sync_binlog", "1000", "SET GLOBAL sync_binlog = 1;");
    }

    @Test
    void namesBothSettings() {
        source.with("sync_binlog", "0").with("innodb_flush_log_at_trx_commit", "2");

        assertThat(said().findings())
                .extracting(Finding::subject)
                .containsExactly("source sync_binlog", "source innodb_flush_log_at_trx_commit");
    }

    private Said said() {
        return new Said(new DurabilityCheck().findings(Inventories.plan(), source.seen()));
    }
}
