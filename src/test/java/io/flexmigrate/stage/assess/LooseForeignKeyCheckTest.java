package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.ForeignKeys.ForeignKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class LooseForeignKeyCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAKeyToWhatIsNotUnique() {
        key();
        target.with("restrict_fk_on_non_standard_key", "ON");

        said().blocks("FM1224", "foreign key shop.orders.fk", "shop.people", "DROP FOREIGN KEY `fk`;");
    }

    @Test
    void hasNothingAgainstItWhereTheTargetAllowsIt() {
        key();

        assertThat(said().findings()).isEmpty();
    }

    private void key() {
        source.with(new ForeignKeyTraits(
                List.of(new ForeignKey(SourceSample.ORDERS, "fk", DataSamples.table("people"), false))));
    }

    private Said said() {
        return DataSamples.said(new LooseForeignKeyCheck(), source, target);
    }
}
