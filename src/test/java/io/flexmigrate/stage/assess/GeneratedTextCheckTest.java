package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratedTextCheckTest {

    private static final List<String> COLUMNS = List.of("made", "changed");

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void blocksTextsInGeneratedColumnsOf57() {
        source.version = "5.7.22";
        source.generatedTexts = Map.of(SourceSample.ORDERS, COLUMNS);

        said().blocks("FM1068", "shop.orders", "as other columns", "made, changed.", "Drop these columns");
    }

    @Test
    void hasNothingAgainstTextsInGeneratedColumnsOf80() {
        source.generatedTexts = Map.of(SourceSample.ORDERS, COLUMNS);

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void saysNothingWithoutATool() {
        source.version = "5.7.22";
        source.generatedTexts = Map.of(SourceSample.ORDERS, COLUMNS);
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(new GeneratedTextCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper))));
    }
}
