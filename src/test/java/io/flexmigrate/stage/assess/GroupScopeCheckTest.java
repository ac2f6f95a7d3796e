package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GroupScopeCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAGroupOfAllDatabases() {
        assertThat(said("shop").findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstAGroupThatNamesNone() {
        assertThat(new GroupScopeCheck().findings(Inventories.plan(), source.seen()))
                .isEmpty();
    }

    @Test
    void blocksAGroupThatLeavesADatabaseOut() {
        source.databases = List.of("billing", "shop");
        source.scope = List.of("billing", "shop");

        said("shop").blocks("FM1051", "plan cutover.groups", "No group holds billing", "List every database");
    }

    private Said said(String databases) {
        return new Said(new GroupScopeCheck().findings(Inventories.planWith("""
                scope: { databases: [shop] }
                cutover:
                  way_back: none
                  groups:
                    - { name: web, databases: [%s] }
                """.formatted(databases)), source.seen()));
    }
}
