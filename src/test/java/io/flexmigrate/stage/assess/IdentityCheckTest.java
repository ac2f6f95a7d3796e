package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstTwoServersThatDiffer() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksTheSameServerTwice() {
        source.with("server_uuid", "one");
        target.with("server_uuid", "one");

        said().blocks("FM1014", "server_uuid", "same server", "auto.cnf");
    }

    @Test
    void blocksTheSameServerId() {
        target.with("server_id", "7");

        said().blocks("FM1014", "server_id", "same server_id 7", "1593", "SET GLOBAL server_id");
    }

    @Test
    void blocksAnotherTreatmentOfNames() {
        target.with("lower_case_table_names", "1");

        said().blocks(
                        "FM1015",
                        "lower_case_table_names",
                        "0 on the source and 1 on the target",
                        "when a server is created");
    }

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

    private Said said() {
        return new Said(
                new IdentityCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
