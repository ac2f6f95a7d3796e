package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerIdCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAServerWithAnId() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAServerWithoutId() {
        source.with("server_id", "0");

        said().blocks("FM1012", "source server_id", "SET GLOBAL server_id");
    }

    private Said said() {
        return new Said(new ServerIdCheck().findings(Inventories.plan(), source.seen()));
    }
}
