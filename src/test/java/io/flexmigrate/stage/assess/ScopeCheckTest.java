package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScopeCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAllDatabases() {
        assertThat(said("databases: all").findings()).isEmpty();
    }

    @Test
    void blocksADatabaseThatIsNotThere() {
        said("databases: [shop, shpo]")
                .blocks(
                        "FM1040",
                        "scope.databases shpo",
                        "no database shpo",
                        "It has: shop.",
                        "Correct scope.databases");
    }

    @Test
    void blocksASourceWithoutDatabases() {
        source.databases = List.of();
        source.scope = List.of();

        said("databases: all").blocks("FM1040", "source databases", "no databases", "source.host");
    }

    private Said said(String scope) {
        return new Said(new ScopeCheck()
                .findings(
                        Inventories.planWith("scope: { " + scope + " }\ncutover: { way_back: none }"), source.seen()));
    }
}
