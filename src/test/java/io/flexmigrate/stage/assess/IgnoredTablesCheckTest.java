package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.ReplicationFilters;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredTablesCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @ParameterizedTest
    @ValueSource(
            strings = {WildPattern.DEFAULTS, WildPattern.DEFAULTS + ",bill\\_ing.%", "shop.orders\\_old", "sh.%", ""})
    void hasNothingAgainstAFilterForOtherTables(String filter) {
        ignores(filter);

        assertThat(said().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.%", "SHOP.ord%", "sh_p.orders", "%.orders", "%"})
    void blocksAFilterThatMatchesATableThatMoves(String pattern) {
        ignores("mysql.%," + pattern);

        said().blocks(
                        "FM1410",
                        "target replicate_wild_ignore_table",
                        "by " + pattern + ".",
                        "--name replicate_wild_ignore_table --value mysql.%\n",
                        "flexible-server restart");
    }

    @Test
    void blocksEveryOtherFilter() {
        target.with(new TargetFilters(Optional.of(Map.of("REPLICATE_DO_DB", "theirs", "REPLICATE_DO_TABLE", ""))));

        said().blocks("FM1411", "target REPLICATE_DO_DB", "is theirs", "REPLICATE_DO_DB = ();");
    }

    @Test
    void saysNothingOfFiltersThatTheTargetHides() {
        target.with(new TargetFilters(Optional.empty()));

        assertThat(said().findings()).isEmpty();
    }

    private void ignores(String filter) {
        target.with(new TargetFilters(Optional.of(Map.of(ReplicationFilters.WILD_IGNORE_TABLE, filter))));
    }

    private Said said() {
        return new Said(
                new IgnoredTablesCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
