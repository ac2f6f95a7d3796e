package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowImageCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstWholeRows() {
        source.with("binlog_row_image", "FULL");

        assertThat(said().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MINIMAL", "NOBLOB"})
    void warnsOfPartsOfRows(String image) {
        source.with("binlog_row_image", image);

        said().warns("FM1101", "source binlog_row_image", image, "SET GLOBAL binlog_row_image = 'FULL';");
    }

    private Said said() {
        return new Said(new RowImageCheck().findings(Inventories.plan(), source.seen()));
    }
}
