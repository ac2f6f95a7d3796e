package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongRowsCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfRowsLongerThanHalfAPacket() {
        source.tables = List.of(new TableSize(SourceSample.ORDERS, "InnoDB", 10, 90 << 20, 0, true));
        target.with("max_allowed_packet", "16777216");

        said().warns("FM1214", "shop.orders", "9437184 bytes", "16777216", "--name max_allowed_packet");
    }

    private Said said() {
        return DataSamples.said(new LongRowsCheck(), source, target);
    }
}
