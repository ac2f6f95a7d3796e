package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ZeroDatesCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    private static final String STRICT = "STRICT_TRANS_TABLES,NO_ZERO_DATE";

    @Test
    void warnsOfDefaultsThatOnlyTheSourceTakes() {
        zero();
        target.with("sql_mode", STRICT);

        said().warns("FM1232", "shop.orders", "d 0000-00-00", "--name sql_mode");
    }

    @Test
    void hasNothingAgainstDefaultsThatTheSourceRefusesToo() {
        zero();
        source.with("sql_mode", STRICT);
        target.with("sql_mode", STRICT);

        assertThat(said().findings()).isEmpty();
    }

    private void zero() {
        source.with(
                DataSamples.columns(DataSamples.column("d", "date", "date", "", Optional.of("0000-00-00"), "", "")));
    }

    private Said said() {
        return DataSamples.said(new ZeroDatesCheck(), source, target);
    }
}
