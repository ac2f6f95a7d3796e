package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableSize;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NameCaseCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksTablesThatBecomeOne() {
        tables("orders", "Orders");
        target.with("lower_case_table_names", "2");

        said().blocks(
                        "FM1212",
                        "tables shop.orders, shop.Orders",
                        "RENAME TABLE `shop`.`orders` TO `shop`.`orders_1`;");
    }

    @Test
    void blocksDatabasesThatBecomeOne() {
        source.scope = List.of("Shop", "shop");
        target.with("lower_case_table_names", "2");

        said().blocks("FM1212", "databases Shop, shop", "Rename all but one");
    }

    @Test
    void warnsOfNamesThatTheTargetChanges() {
        tables("orders", "Items");
        target.with("lower_case_table_names", "1");

        said().warns("FM1213", "database shop", "in lower case: Items.");
    }

    @Test
    void hasNothingAgainstNamesWhereBothServersMindCase() {
        tables("orders", "Orders");

        assertThat(said().findings()).isEmpty();
    }

    private void tables(String... names) {
        source.tables = Stream.of(names)
                .map(name -> new TableSize(DataSamples.table(name), "InnoDB", 1, 1, 0, true))
                .toList();
    }

    private Said said() {
        return DataSamples.said(new NameCaseCheck(), source, target);
    }
}
