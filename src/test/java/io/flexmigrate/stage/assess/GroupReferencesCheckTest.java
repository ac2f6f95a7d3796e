package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupReferencesCheckTest {

    private static final String GROUPS = """
            cutover:
              way_back: none
              groups:
                - { name: front, databases: [shop] }
                - { name: back, databases: [crm] }
            """;

    private final SourceSample source = new SourceSample();

    @Test
    void blocksAForeignKeyBetweenGroups() {
        said(Inventories.planWith(GROUPS), "foreign key", "crm")
                .blocks("FM1204", "foreign key shop.x", "group front", "crm.people", "group back", "one group");
    }

    @Test
    void blocksOtherReferencesBetweenGroups() {
        said(Inventories.planWith(GROUPS), "view", "crm").blocks("FM1205", "view shop.x", "group back");
    }

    @Test
    void hasNothingAgainstReferencesToDatabasesWithoutGroup() {
        assertThat(said(Inventories.planWith(GROUPS), "view", "attic").findings())
                .isEmpty();
    }

    @Test
    void hasNothingAgainstOneGroupOfAll() {
        assertThat(said(Inventories.plan(), "view", "crm").findings()).isEmpty();
    }

    private Said said(Plan plan, String kind, String to) {
        source.with(new SourceReferences(List.of(new Reference(kind, "shop", "x", to, "people"))));
        return new Said(new GroupReferencesCheck().findings(plan, source.seen()));
    }
}
