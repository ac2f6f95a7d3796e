package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.planning.AssessmentResult.GroupPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupPlansTest {

    private static final String GROUPS = "cutover: { way_back: none, groups: ["
            + "{ name: one, databases: [shop], accounts: ['shop_app@%'] }, { name: two, databases: [billing] }] }";

    private final SourceSample source = new SourceSample();

    @BeforeEach
    void makeAccounts() {
        source.scope = List.of("shop", "billing");
        source.accounts = List.of(
                AccountSample.of("shop_app@%").on("shop", "INSERT").build(),
                AccountSample.of("report@10.%")
                        .onTable("billing", "log", "INSERT")
                        .build());
        source.sessions = List.of(AccountSample.sessions("shop_app", "10.0.0.7", 3));
        source.with(new SourceRowWrites(Map.of("shop", 1_234_567L)));
    }

    @Test
    void sayWhoWritesToEachGroup() {
        assertThat(groups(GROUPS))
                .containsExactly(
                        new GroupPlan(
                                "one",
                                List.of("shop"),
                                List.of(AccountName.parse("shop_app@%")),
                                List.of(
                                        "shop_app@% by grant on shop",
                                        "shop_app@% connected now from 10.0.0.7 (3 sessions)",
                                        "1,234,567 rows written to shop since the source started"),
                                List.of()),
                        new GroupPlan(
                                "two",
                                List.of("billing"),
                                List.of(),
                                List.of("report@10.% by table grant on billing.log"),
                                List.of()));
    }

    @Test
    void takeTheWholeScopeForAGroupThatNamesNoDatabase() {
        assertThat(groups("cutover: { way_back: none, groups: [{ name: all }] }"))
                .extracting(GroupPlan::name, GroupPlan::databases)
                .containsExactly(tuple("all", List.of("shop", "billing")));
    }

    @Test
    void makeOneGroupOfAPlanWithoutGroups() {
        assertThat(groups("cutover: { way_back: none }"))
                .extracting(GroupPlan::databases)
                .containsExactly(List.of("shop", "billing"));
    }

    @Test
    void ownUpToWhatCouldNotBeRead() {
        source.without(SourceAccounts.class, "SELECT is denied.");
        source.without(SourceRowWrites.class, "SELECT is denied.");

        assertThat(groups("cutover: { way_back: none }"))
                .flatExtracting(GroupPlan::writers)
                .containsExactly("who may write could not be read: SELECT is denied.");
    }

    private List<GroupPlan> groups(String sections) {
        return new GroupPlans(Inventories.planWith(sections), source.seen()).groups();
    }
}
