package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnTypesCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAYearOfTwoDigits() {
        source.version = "5.7.22";
        source.with(DataSamples.columns(DataSamples.column("y", "year", "year(2)")));

        said().blocks("FM1223", "shop.orders.y", "two digits", "MODIFY `y` YEAR;");
    }

    @Test
    void blocksAChoiceThatIsTooLong() {
        source.version = "5.7.22";
        source.with(DataSamples.columns(DataSamples.column("e", "enum", "enum('a','" + "x".repeat(256) + "')")));

        said().blocks("FM1223", "shop.orders.e", "3505");
    }

    @Test
    void hasNothingAgainstManyShortChoices() {
        source.version = "5.7.22";
        source.with(DataSamples.columns(DataSamples.column("e", "enum", "enum('" + "x".repeat(255) + "','b')")));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksACountedFloatFrom84On() {
        target.version = "8.4.0";
        source.with(DataSamples.columns(
                DataSamples.column("f", "double", "double", "", Optional.empty(), "auto_increment", "")));

        said().blocks("FM1223", "shop.orders.f", "8.4", "BIGINT");
    }

    private Said said() {
        return DataSamples.said(new ColumnTypesCheck(), source, target);
    }
}
