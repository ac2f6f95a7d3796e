package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainTargetCheckTest {

    private final TargetSample target = new TargetSample();

    @Test
    void saysNothingOfAFlexibleServer() {
        assertThat(said(Inventories.plan()).findings()).isEmpty();
    }

    @Test
    void blocksAnAccountThatMayNotLink() {
        target.privileges = Set.of("SELECT", "INSERT");

        said(plain())
                .blocks(
                        "FM1430",
                        "target account admin1",
                        "neither SUPER nor REPLICATION_SLAVE_ADMIN",
                        "GRANT REPLICATION_SLAVE_ADMIN ON *.* TO");
    }

    @Test
    void hasNothingAgainstOneThatMay() {
        target.privileges = Set.of("SELECT", "REPLICATION_SLAVE_ADMIN");

        assertThat(said(plain()).findings()).isEmpty();
    }

    private static Plan plain() {
        return Inventories.planReplacing("kind: flexible-server", "kind: mysql");
    }

    private Said said(Plan plan) {
        return new Said(
                new PlainTargetCheck().findings(plan, new BothServers(new SourceSample().seen(), target.seen())));
    }
}
