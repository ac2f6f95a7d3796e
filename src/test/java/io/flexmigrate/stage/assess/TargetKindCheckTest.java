package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetKindCheckTest {

    private final TargetSample target = new TargetSample();

    @Test
    void knowsAFlexibleServerByItsProcedures() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void knowsAFlexibleServerByItsVersion() {
        target.version = "8.0.40-azure";
        target.procedures.clear();

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAServerThatHasNeither() {
        target.procedures.clear();

        said().warns("FM1400", "target kind", "it is MySQL 8.0.15", "target.host");
    }

    @Test
    void hasNothingAgainstAnotherServerThatThePlanCallsSo() {
        target.procedures.clear();

        assertThat(new TargetKindCheck().findings(Inventories.planReplacing("flexible-server", "mysql"), target.seen()))
                .isEmpty();
    }

    private Said said() {
        return new Said(new TargetKindCheck().findings(Inventories.plan(), target.seen()));
    }
}
