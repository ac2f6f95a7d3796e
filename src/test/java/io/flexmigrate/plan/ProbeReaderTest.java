package io.flexmigrate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan.Probe;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeReaderTest {

    @TempDir
    private Path directory;

    private Plan plan(String probe) {
        return new Plans(directory).read(Plans.MINIMAL + probe).plan();
    }

    @Test
    void probesNothingUnlessThePlanSaysSo() {
        assertThat(plan("").probe()).isEmpty();
        assertThat(plan("probe: none\n").probe()).isEmpty();
    }

    @Test
    void readsAWordOrAList() {
        assertThat(plan("probe: load\n").probe()).containsExactly(Probe.LOAD);
        assertThat(plan("probe: link\n").probe()).containsExactly(Probe.LINK);
        assertThat(plan("probe: all\n").probe()).containsExactlyInAnyOrder(Probe.LOAD, Probe.LINK);
        assertThat(plan("probe: [link, load]\n").probe()).containsExactlyInAnyOrder(Probe.LOAD, Probe.LINK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"everything", "''", "[none]", "[]", "{ load: true }"})
    void refusesAnythingElse(String value) {
        assertThat(new Plans(directory).refusal(Plans.MINIMAL + "probe: " + value + "\n"))
                .contains("probe");
    }
}
