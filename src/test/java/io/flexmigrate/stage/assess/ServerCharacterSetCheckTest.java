package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerCharacterSetCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstTheSameInOtherWords() {
        source.with("character_set_server", "utf8").with("collation_server", "utf8_bin");
        target.with("character_set_server", "UTF8MB3").with("collation_server", "utf8mb3_bin");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAnotherCharacterSet() {
        source.with("character_set_server", "latin1").with("collation_server", "latin1_swedish_ci");
        target.with("character_set_server", "utf8mb4").with("collation_server", "utf8mb4_0900_ai_ci");

        said().warns(
                        "FM1412",
                        "target character_set_server",
                        "latin1 with latin1_swedish_ci on the source and utf8mb4 with utf8mb4_0900_ai_ci on the target",
                        "--name character_set_server --value latin1\n",
                        "--name collation_server --value latin1_swedish_ci");
    }

    @Test
    void warnsOfAnotherCollation() {
        source.with("collation_server", "utf8mb4_bin");
        target.with("collation_server", "utf8mb4_0900_ai_ci");

        said().warns("FM1412", "target character_set_server", "utf8mb4_bin");
    }

    private Said said() {
        return new Said(new ServerCharacterSetCheck()
                .findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
