package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.SchemaObject.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokenViewsCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAViewOfATableThatIsGone() {
        view("select `shop`.`gone`.`id` AS `id` from (`shop`.`orders` join `shop`.`gone`)");

        said().blocks("FM1209", "view shop.v", "shop.gone", "DROP VIEW `shop`.`v`;");
    }

    @Test
    void hasNothingAgainstTablesViewsAndTheSystem() {
        view("select 1 from ((`shop`.`orders` join `shop`.`v`) join `information_schema`.`TABLES`)");

        assertThat(said().findings()).isEmpty();
    }

    private void view(String body) {
        source.with(new StoredCode(List.of(DataSamples.stored(Kind.VIEW, "v", "", body))));
    }

    private Said said() {
        return DataSamples.said(new BrokenViewsCheck(), source);
    }
}
