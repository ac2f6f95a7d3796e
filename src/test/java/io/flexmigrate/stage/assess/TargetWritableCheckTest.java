package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetWritableCheckTest {

    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstATargetThatTakesWrites() {
        target.with("read_only", "OFF").with("super_read_only", "OFF");

        assertThat(said().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ON, OFF", "ON, ON", "OFF, ON"})
    void blocksATargetThatIsReadOnly(String readOnly, String superReadOnly) {
        target.with("read_only", readOnly).with("super_read_only", superReadOnly);

        said().blocks(
                        "FM1402",
                        "target read_only",
                        "read_only is " + readOnly + " and super_read_only " + superReadOnly,
                        "--name read_only --value OFF",
                        "replica stop-replication");
    }

    private Said said() {
        return new Said(new TargetWritableCheck().findings(Inventories.plan(), target.seen()));
    }
}
