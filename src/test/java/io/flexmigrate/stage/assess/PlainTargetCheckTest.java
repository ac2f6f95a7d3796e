package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainTargetCheckTest {

    private final SourceSample source = new SourceSample();
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
                        "lacks RELOAD, REPLICATION_SLAVE_ADMIN",
                        "GRANT RELOAD, REPLICATION_SLAVE_ADMIN ON *.* TO");
    }

    @Test
    void hasNothingAgainstOneThatMay() {
        target.privileges = Set.of("RELOAD", "REPLICATION_SLAVE_ADMIN");

        assertThat(said(plain()).findings()).isEmpty();
    }

    @Test
    void asksForSuperWhereThereIsNothingSmaller() {
        target.version = "5.7.44";
        target.privileges = Set.of("RELOAD");

        said(plain()).blocks("FM1430", "target account admin1", "lacks SUPER", "GRANT SUPER ON *.* TO");
    }

    @Test
    void asksForMoreWhereTheTargetMustBeToldTransactions() {
        target.privileges = Set.of("RELOAD", "REPLICATION_SLAVE_ADMIN");

        said(byGtid())
                .blocks(
                        "FM1430",
                        "target account admin1",
                        "lacks SYSTEM_VARIABLES_ADMIN",
                        "GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO");
        target.privileges = Set.of("RELOAD", "SUPER");
        assertThat(said(byGtid()).findings()).isEmpty();
    }

    private Plan byGtid() {
        source.variables.put("gtid_mode", "ON");
        target.variables.put("gtid_mode", "ON");
        return Inventories.planReplacing(
                "target:\n  kind: flexible-server", "link: { mode: gtid }\ntarget:\n  kind: mysql");
    }

    private static Plan plain() {
        return Inventories.planReplacing("kind: flexible-server", "kind: mysql");
    }

    private Said said(Plan plan) {
        return new Said(new PlainTargetCheck().findings(plan, new BothServers(source.seen(), target.seen())));
    }
}
