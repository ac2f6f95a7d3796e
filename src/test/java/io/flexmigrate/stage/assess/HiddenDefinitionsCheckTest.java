package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HiddenDefinitionsCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstDefinitionsThatCanBeRead() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksADefinitionThatCannotBeRead() {
        source.hiddenDefinition = Optional.of("function shop.tax");

        said().blocks("FM1021", "source definitions", "function shop.tax", "SHOW_ROUTINE");
    }

    private Said said() {
        return new Said(new HiddenDefinitionsCheck().findings(Inventories.plan(), source.seen()));
    }
}
