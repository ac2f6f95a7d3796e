package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvisibleColumnsCheckTest {

    private static final List<String> COLUMNS = List.of("made", "changed");

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingAgainstAPlainTable() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksInvisibleColumns() {
        source.version = "8.0.45";
        source.invisibleColumns = Map.of(SourceSample.ORDERS, COLUMNS);

        said().blocks("FM1065", "shop.orders", "invisible columns", "made, changed.", "Make them visible");
    }

    @Test
    void saysNothingWithoutATool() {
        source.version = "8.0.45";
        source.invisibleColumns = Map.of(SourceSample.ORDERS, COLUMNS);
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(new InvisibleColumnsCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper))));
    }
}
