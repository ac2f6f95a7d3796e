package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.ToolVersion;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DumpCoordinatesCheckTest {

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingAgainstASourceWhoseCoordinatesItWrites() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksASourceWhoseCoordinatesItDoesNotWrite() {
        source.version = "8.4.0";

        said().blocks("FM1063", "mydumper 0.10.1", "no binlog coordinates", "8.4.0", "sources before 8.4");
    }

    @Test
    void saysNothingWithoutATool() {
        source.version = "8.4.0";
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(new DumpCoordinatesCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper))));
    }
}
