package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlySourceCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstASourceThatTakesWrites() {
        source.with("read_only", "OFF").with("super_read_only", "OFF");

        assertThat(said().findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"read_only", "super_read_only"})
    void warnsOfASourceThatTakesNone(String name) {
        source.with(name, "ON");

        said().warns("FM1105", "source " + name, "ON", "SET GLOBAL read_only = OFF;");
    }

    private Said said() {
        return new Said(new ReadOnlySourceCheck().findings(Inventories.plan(), source.seen()));
    }
}
