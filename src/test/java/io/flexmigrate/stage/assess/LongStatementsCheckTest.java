package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.Clients.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongStatementsCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAQuietSource() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfALongStatement() {
        source.with(new LongStatements(
                List.of(new Client(42, "batch", "host1", "Query", Duration.ofSeconds(90), "SELECT SLEEP(1000)"))));

        said().warns("FM1103", "source session 42", "batch@host1", "long_query_guard is 60 s", "KILL 42;");
    }

    private Said said() {
        return new Said(new LongStatementsCheck().findings(Inventories.plan(), source.seen()));
    }
}
