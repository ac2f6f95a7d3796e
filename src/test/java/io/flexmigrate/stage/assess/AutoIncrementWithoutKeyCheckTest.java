package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.TableOptions.Options;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AutoIncrementWithoutKeyCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksACounterWithoutKeyWhereTheTargetMakesKeys() {
        counter();

        said().blocks("FM1200", "shop.orders", "AUTO_INCREMENT", "ADD PRIMARY KEY (`n`);", "--value OFF");
    }

    @Test
    void blocksPartitionsWithoutKeyWhereTheTargetMakesKeys() {
        source.tables = List.of(new TableSize(SourceSample.ORDERS, "InnoDB", 1, 1, 0, false));
        source.with(new TableTraits(List.of(new Options(SourceSample.ORDERS, "partitioned")), List.of(), List.of()));
        target.with("sql_generate_invisible_primary_key", "ON");

        said().blocks("FM1200", "shop.orders", "partitioned");
    }

    @Test
    void hasNothingAgainstACounterWhereTheTargetMakesNoKeys() {
        counter();
        target.with("sql_generate_invisible_primary_key", "OFF");

        assertThat(said().findings()).isEmpty();
    }

    private void counter() {
        source.tables = List.of(new TableSize(SourceSample.ORDERS, "InnoDB", 1, 1, 0, false));
        source.with(
                DataSamples.columns(DataSamples.column("n", "int", "int", "", Optional.empty(), "auto_increment", "")));
        target.with("sql_generate_invisible_primary_key", "ON");
    }

    private Said said() {
        return DataSamples.said(new AutoIncrementWithoutKeyCheck(), source, target);
    }
}
