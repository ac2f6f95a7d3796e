package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Rate;
import io.flexmigrate.stage.probe.Probed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatchUpCheckTest {

    private static List<Finding> findings(Optional<Rate> writes) {
        Plan plan = Inventories.plan();
        SourceInventory source = new SourceSample().seen();
        Assessment seen = new Assessment(
                        Optional.of(source), Optional.empty(), Inventories.tools(Long.MAX_VALUE), List.of())
                .with(new Probed(Optional.empty(), writes, Optional.empty(), List.of(), List.of()));
        return new CatchUpCheck().findings(plan, Foreseen.of(plan, source, seen));
    }

    @Test
    void isSilentWithoutAMeasurementAndAboutAQuietSource() {
        assertThat(findings(Optional.empty())).isEmpty();
        assertThat(findings(Optional.of(new Rate(0, 1e6, "measured")))).isEmpty();
    }

    @Test
    void warnsOfASourceThatMayOutrunTheTarget() {
        new Said(findings(Optional.of(new Rate(3e6, 9e6, "measured: much"))))
                .warns("FM1501", "catch-up", "measured: much", "may never catch up", "replica_parallel_workers");
    }

    @Test
    void warnsOfASourceThatOutrunsTheTarget() {
        new Said(findings(Optional.of(new Rate(40e6, 90e6, "measured: too much"))))
                .warns("FM1501", "catch-up", "it will never catch up", "az mysql flexible-server parameter set");
    }
}
