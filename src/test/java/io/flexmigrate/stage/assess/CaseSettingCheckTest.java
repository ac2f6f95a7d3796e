package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CaseSettingCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstEqualTreatmentOfNames() {
        assertThat(said().findings()).isEmpty();
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

    private Said said() {
        return new Said(
                new CaseSettingCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
