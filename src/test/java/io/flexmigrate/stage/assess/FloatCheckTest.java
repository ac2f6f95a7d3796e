package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloatCheckTest {

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingAgainstAPlainTable() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfFloats() {
        source.floats = Map.of(SourceSample.ORDERS, List.of("weight"));

        said().warns("FM1069", "shop.orders", "six digits", "weight", "DOUBLE");
    }

    @Test
    void saysNothingWithoutATool() {
        source.floats = Map.of(SourceSample.ORDERS, List.of("weight"));
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(new FloatCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper))));
    }
}
