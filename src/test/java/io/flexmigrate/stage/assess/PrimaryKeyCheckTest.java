package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableSize;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrimaryKeyCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfATableWithoutKeyAndOffersAColumn() {
        source.tables = List.of(new TableSize(DataSamples.table("log"), "InnoDB", 12_345, 3 << 20, 0, false));

        said().warns("FM1043", "shop.log", "12345 rows", "3.0 MiB", "ALTER TABLE `shop`.`log` ADD COLUMN `row_key`");
    }

    @Test
    void offersTheUniqueIndexThatCouldBeTheKey() {
        source.tables = List.of(new TableSize(SourceSample.ORDERS, "InnoDB", 1, 1, 0, false));
        source.with(new ColumnTraits(
                List.of(), List.of(DataSamples.column("a", "int", "int"), DataSamples.column("b`b", "int", "int"))));

        said().warns("FM1043", "shop.orders", "ALTER TABLE `shop`.`orders` ADD PRIMARY KEY (`a`, `b``b`);");
    }

    @Test
    void offersTheCounter() {
        source.tables = List.of(new TableSize(SourceSample.ORDERS, "InnoDB", 1, 1, 0, false));
        source.with(
                DataSamples.columns(DataSamples.column("n", "int", "int", "", Optional.empty(), "auto_increment", "")));

        said().warns("FM1043", "shop.orders", "ALTER TABLE `shop`.`orders` ADD PRIMARY KEY (`n`);");
    }

    private Said said() {
        return DataSamples.said(new PrimaryKeyCheck(), source);
    }
}
