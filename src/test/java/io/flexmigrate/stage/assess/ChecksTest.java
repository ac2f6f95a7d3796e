package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void findNothingInAGoodMigration() {
        assertThat(findings(Optional.of(source.seen()), Optional.of(target.seen())))
                .isEmpty();
    }

    @Test
    void askEveryoneAtOnce() {
        source.with("log_bin", "OFF");
        target.procedures.clear();
        target.databases.put("shop", 1L);

        assertThat(findings(Optional.of(source.seen()), Optional.of(target.seen())))
                .extracting(Finding::code)
                .containsExactlyInAnyOrder("FM1010", "FM1030", "FM1032", "FM1400");
    }

    @Test
    void stillAskOfTheSourceWhenTheTargetIsOutOfReach() {
        source.with("log_bin", "OFF");

        assertThat(findings(Optional.of(source.seen()), Optional.empty()))
                .extracting(Finding::code)
                .containsExactly("FM1010");
    }

    @Test
    void stillAskOfTheTargetWhenTheSourceIsOutOfReach() {
        target.procedures.clear();

        assertThat(findings(Optional.empty(), Optional.of(target.seen())))
                .extracting(Finding::code)
                .containsExactly("FM1030", "FM1400");
    }

    private static List<Finding> findings(Optional<SourceInventory> source, Optional<TargetInventory> target) {
        return Checks.findings(
                Inventories.plan(), new Assessment(source, target, Inventories.tools(Long.MAX_VALUE), List.of()));
    }
}
