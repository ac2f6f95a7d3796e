package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DumpNamesCheckTest {

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingAgainstPlainNames() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksNamesThatItMisreads() {
        source.tables = Stream.of("back`tick", "dotted.name", "looks like a-schema")
                .map(name -> new TableSize(new TableName("shop", name), "InnoDB", 1, 1, 0, true))
                .toList();

        said().allBlock("FM1066", "shop.back`tick", "shop.dotted.name", "shop.looks like a-schema");
    }

    @Test
    void blocksColumnsThatItCannotName() {
        source.backticked = Map.of(SourceSample.ORDERS, List.of("a`b"));

        said().blocks("FM1066", "shop.orders", "backtick", "a`b", "Rename them");
    }

    @Test
    void saysNothingWithoutATool() {
        source.backticked = Map.of(SourceSample.ORDERS, List.of("a`b"));
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(new DumpNamesCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper))));
    }
}
