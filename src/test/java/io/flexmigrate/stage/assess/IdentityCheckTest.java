package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IdentityCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstTwoServersThatDiffer() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksTheSameServerTwice() {
        source.with("server_uuid", "one");
        target.with("server_uuid", "one");

        said().blocks("FM1014", "server_uuid", "same server", "auto.cnf");
    }

    @Test
    void blocksTheSameServerId() {
        target.with("server_id", "7");

        said().blocks("FM1014", "server_id", "same server_id 7", "SET GLOBAL server_id");
    }

    private Said said() {
        return new Said(
                new IdentityCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
