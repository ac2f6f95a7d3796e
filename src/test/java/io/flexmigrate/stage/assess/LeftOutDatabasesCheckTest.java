package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.ReplicationFilters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LeftOutDatabasesCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void blocksADatabaseThatIsLeftOut() {
        source.databases = List.of("billing", "shop");

        said("databases: [shop]").blocks("FM1041", "scope.databases", "bring billing too", "databases: all");
    }

    @Test
    void writesTheFilterThatLeavesADatabaseOut() {
        source.databases = List.of("bill_ing", "shop");

        said("databases: [shop]")
                .blocks(
                        "FM1041",
                        "scope.databases",
                        "--name replicate_wild_ignore_table --value"
                                + " 'mysql.%,information_schema.%,performance_schema.%,sys.%,bill\\_ing.%'",
                        "az mysql flexible-server restart");
    }

    @Test
    void takesAFilterThatLeavesThemOut() {
        source.databases = List.of("bill_ing", "shop");
        ignore("mysql.%,bill\\_ing.%");

        assertThat(said("databases: [shop]").findings()).isEmpty();
    }

    @Test
    void wantsAFilterThatLeavesOutTheWholeDatabase() {
        source.databases = List.of("billing", "shop");
        ignore("mysql.%,billing.old%");

        said("databases: [shop]").blocks("FM1041", "scope.databases", "bring billing too");
    }

    @Test
    void leavesAPlainTargetToLink() {
        source.databases = List.of("billing", "shop");

        assertThat(new LeftOutDatabasesCheck()
                        .findings(
                                Inventories.planReplacing("kind: flexible-server", "kind: mysql"),
                                new BothServers(source.seen(), target.seen())))
                .isEmpty();
    }

    private void ignore(String patterns) {
        target.with(new TargetFilters(Optional.of(Map.of(ReplicationFilters.WILD_IGNORE_TABLE, patterns))));
    }

    private Said said(String scope) {
        return new Said(new LeftOutDatabasesCheck()
                .findings(
                        Inventories.planWith("scope: { " + scope + " }\ncutover: { way_back: none }"),
                        new BothServers(source.seen(), target.seen())));
    }
}
