package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.mysql.TableOptions.CollationUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollationsCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAGoodSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksACollationByAllThatUseIt() {
        source.with(new TableTraits(
                List.of(), List.of(), List.of(new CollationUse("utf8mb4_uca1400_ai_ci", "shop.orders", 3))));
        source.with(DataSamples.columns(
                DataSamples.column("name", "text", "text", "utf8mb4_uca1400_ai_ci", Optional.empty(), "", "")));

        said().blocks(
                        "FM1211",
                        "collation utf8mb4_uca1400_ai_ci",
                        "shop.orders and 2 of its kind",
                        "shop.orders.name",
                        "CONVERT TO CHARACTER SET");
    }

    @Test
    void blocksTheCollationOfCode() {
        source.with(new StoredCode(List.of(DataSamples.stored(Kind.VIEW, "v", "", "select 1"))));
        target.with(new TargetCollations(Set.of("utf8mb4_general_ci")));

        said().blocks("FM1211", "collation utf8_general_ci", "view shop.v");
    }

    @Test
    void takesUtf8AndUtf8mb3ForTheSame() {
        source.with(new TableTraits(
                List.of(), List.of(), List.of(new CollationUse("utf8mb3_general_ci", "shop.orders", 1))));

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return DataSamples.said(new CollationsCheck(), source, target);
    }
}
