package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesCheckTest {

    private static final TableName LOG = new TableName("shop", "log");

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstInnoDbWithAKey() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAnotherEngine() {
        source.tables = List.of(new TableSize(LOG, "MyISAM", 5, 100, 0, true));

        said().blocks("FM1042", "shop.log", "MyISAM", "ALTER TABLE `shop`.`log` ENGINE=InnoDB;");
    }

    @Test
    void warnsOfAnEngineThatTheTargetHasButThatKeepsNothing() {
        source.tables = List.of(new TableSize(LOG, "MEMORY", 5, 100, 0, true));

        said().warns("FM1042", "shop.log", "MEMORY", "a restart", "ALTER TABLE `shop`.`log` ENGINE=InnoDB;");
    }

    private Said said() {
        return new Said(new TablesCheck().findings(Inventories.plan(), source.seen()));
    }
}
