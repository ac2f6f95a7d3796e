package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GtidModeCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @ParameterizedTest
    @CsvSource({"ON, OFF", "OFF, ON"})
    void blocksGtidsOnOneSideOnly(String ofSource, String ofTarget) {
        source.with("gtid_mode", ofSource);
        target.with("gtid_mode", ofTarget);

        said().blocks("FM1016", "gtid_mode", ofSource + " on the source and " + ofTarget, "OFF_PERMISSIVE");
    }

    @ParameterizedTest
    @CsvSource({"ON, ON", "ON, ON_PERMISSIVE", "OFF, OFF_PERMISSIVE", "OFF_PERMISSIVE, ON"})
    void hasNothingAgainstModesThatUnderstandEachOther(String ofSource, String ofTarget) {
        source.with("gtid_mode", ofSource);
        target.with("gtid_mode", ofTarget);

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void saysHowToSwitchThemOnWhereTheyAreOff() {
        target.with("gtid_mode", "ON");

        said().blocks("FM1016", "gtid_mode", "SET GLOBAL gtid_mode = ON;");

        source.with("gtid_mode", "ON");
        target.with("gtid_mode", "OFF");

        said().blocks("FM1016", "gtid_mode", "az mysql flexible-server parameter set", "--name gtid_mode --value ON");
    }

    private Said said() {
        return new Said(
                new GtidModeCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
