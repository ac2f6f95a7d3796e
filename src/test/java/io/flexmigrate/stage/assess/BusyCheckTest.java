package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.Clients.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAQuietSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAnOldTransaction() {
        source.busy = List.of(new Client(42, "batch", "host1", "Query", Duration.ofSeconds(90), "SELECT SLEEP(1000)"));

        said().warns(
                        "FM1045",
                        "source transactions",
                        "older than 60 s",
                        "session 42 of batch@host1",
                        "SELECT SLEEP",
                        "\nKILL 42;");
    }

    private Said said() {
        return new Said(new BusyCheck().findings(Inventories.plan(), source.seen()));
    }
}
