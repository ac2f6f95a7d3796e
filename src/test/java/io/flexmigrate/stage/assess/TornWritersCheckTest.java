package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class TornWritersCheckTest {

    private static final String TWO_GROUPS =
            "cutover: { way_back: none, groups: [{ name: a, databases: [shop, crm] }, { name: b, databases: [blog] }] }";

    private final SourceSample source = new SourceSample();

    TornWritersCheckTest() {
        source.databases = List.of("shop", "crm", "blog");
        source.scope = source.databases;
    }

    private Said said(Plan plan) {
        return new Said(new TornWritersCheck().findings(plan, source.seen()));
    }

    @Test
    void blocksAnAccountThatWritesToTwoGroups() {
        source.accounts = List.of(AccountSample.of("app@%")
                .on("shop", "INSERT")
                .onTable("blog", "posts", "UPDATE")
                .build());

        said(Inventories.planWith(TWO_GROUPS))
                .blocks(
                        "FM1530",
                        "source account app@%",
                        "blog (group b)",
                        "shop (group a)",
                        "SHOW GRANTS FOR 'app'@'%';");
    }

    @Test
    void hasNothingAgainstAccountsThatStayWithinAGroupOrWriteEverywhere() {
        source.accounts = List.of(
                AccountSample.of("app@%")
                        .on("shop", "INSERT")
                        .on("crm", "INSERT")
                        .build(),
                AccountSample.of("reader@%")
                        .on("shop", "SELECT")
                        .on("blog", "SELECT")
                        .build(),
                AccountSample.of("admin@%").global("INSERT").build());

        assertThat(said(Inventories.planWith(TWO_GROUPS)).findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstOneGroupOfEverything() {
        source.accounts = List.of(AccountSample.of("app@%")
                .on("shop", "INSERT")
                .on("blog", "INSERT")
                .build());

        assertThat(said(Inventories.plan()).findings()).isEmpty();
    }

    @Test
    void tellsWhatHoldsAGroupTogether() {
        source.accounts = List.of(AccountSample.of("app@%")
                .on("shop", "INSERT")
                .on("crm", "INSERT")
                .build());
        source.with(new SourceReferences(List.of(
                new Reference("foreign key", "shop", "orders.fk", "crm", "customers"),
                new Reference("view", "blog", "v", "shop", "orders"))));

        assertThat(new GroupPlans(Inventories.planWith(TWO_GROUPS), source.seen()).groups())
                .extracting(group -> group.reasons())
                .containsExactly(
                        List.of("foreign key shop.orders.fk → crm.customers", "app@% writes to crm and shop"),
                        List.of());
    }
}
