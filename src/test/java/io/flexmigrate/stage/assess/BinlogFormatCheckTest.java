package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BinlogFormatCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstABinlogOfRows() {
        assertThat(said().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STATEMENT", "MIXED"})
    void blocksEveryFormatButRow(String format) {
        source.with("binlog_format", format);

        said().blocks("FM1011", "source binlog_format", format, "SET GLOBAL binlog_format = 'ROW'");
    }

    private Said said() {
        return new Said(new BinlogFormatCheck().findings(Inventories.plan(), source.seen()));
    }
}
