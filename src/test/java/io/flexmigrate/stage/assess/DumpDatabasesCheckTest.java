package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DumpDatabasesCheckTest {

    private final SourceSample source = new SourceSample();
    private Optional<ToolVersion> mydumper = Optional.of(Inventories.MYDUMPER);

    @Test
    void hasNothingAgainstPlainNames() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksDatabasesBeyondAsciiEvenOutsideTheScope() {
        source.databases = List.of("größe", "shop");

        said().blocks("FM1067", "database größe", "whether it moves or not", "Rename the database");
    }

    @Test
    void saysNothingWithoutATool() {
        source.databases = List.of("größe", "shop");
        mydumper = Optional.empty();

        assertThat(said().findings()).isEmpty();
    }

    private Said said() {
        return new Said(new DumpDatabasesCheck()
                .findings(Inventories.plan(), new SourceAndTools(source.seen(), Inventories.tools(mydumper))));
    }
}
