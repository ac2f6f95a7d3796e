package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeZoneCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @ParameterizedTest
    @CsvSource({"SYSTEM, UTC, SYSTEM, UTC", "SYSTEM, UTC, +00:00, UTC", "Europe/Berlin, UTC, europe/berlin, CET"})
    void hasNothingAgainstTheSameTime(String setting, String system, String targetSetting, String targetSystem) {
        source.with("time_zone", setting).with("system_time_zone", system);
        target.with("time_zone", targetSetting).with("system_time_zone", targetSystem);

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAnotherOffset() {
        source.with("time_zone", "+02:00");
        target.with("time_zone", "SYSTEM").with("system_time_zone", "UTC");

        said().warns(
                        "FM1408",
                        "target time_zone",
                        "+02:00 on the source and SYSTEM (UTC) on the target",
                        "--name time_zone --value +02:00");
    }

    @Test
    void asksForTheNameOfAZoneThatTheSourceTakesFromItsMachine() {
        source.with("time_zone", "SYSTEM").with("system_time_zone", "CET");
        target.with("time_zone", "+00:00");

        said().warns("FM1408", "target time_zone", "SYSTEM (CET) on the source", "such as Europe/Berlin");
    }

    private Said said() {
        return new Said(
                new TimeZoneCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
