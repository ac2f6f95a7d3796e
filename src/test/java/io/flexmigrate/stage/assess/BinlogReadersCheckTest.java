package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.Clients.Client;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinlogReadersCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstASourceOnItsOwn() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void namesEveryReplica() {
        source.with(new BinlogReaders(
                List.of(new Client(7, "repl", "db2:3306", "Binlog Dump GTID", Duration.ofSeconds(1234), ""))));

        said().warns("FM1106", "source replica db2:3306", "repl@db2:3306", "1234 s", "Data-out");
    }

    private Said said() {
        return new Said(new BinlogReadersCheck().findings(Inventories.plan(), source.seen()));
    }
}
