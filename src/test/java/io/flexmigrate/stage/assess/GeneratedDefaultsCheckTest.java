package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GeneratedDefaultsCheckTest {

    private static final List<String> COLUMNS = List.of("made", "changed");

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingAgainstAPlainTable() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksGeneratedDefaultsByTheNameOfTheTable() {
        source.generatedDefaults = Map.of(SourceSample.ORDERS, COLUMNS);

        said().blocks(
                        "FM1064",
                        "shop.orders",
                        "silently leaves out",
                        "made, changed.",
                        "mydumper 0.10.3",
                        "drop the default");
    }

    @Test
    void hasNothingAgainstGeneratedDefaultsWhereTheToolKeepsThem() {
        source.generatedDefaults = Map.of(SourceSample.ORDERS, COLUMNS);
        mydumper = Optional.of(Inventories.tool(Tool.MYDUMPER, 0, 10, 3));

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void saysNothingWithoutATool() {
        source.generatedDefaults = Map.of(SourceSample.ORDERS, COLUMNS);
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(new GeneratedDefaultsCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper))));
    }
}
