package io.flexmigrate.stage;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlServer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The link of a dry run: the source stands still, and the target has applied everything. */
record DescribedLink(BinlogCoordinates sourceCoordinates, Consumer<String> sink) implements Link {

    static DescribedLink open(MySqlServer source, Fact.Assessed assessed, Consumer<String> sink) {
        return source.with(session -> new DescribedLink(
                new Binlog(session, LinkStage.dialect(assessed.sourceVersion()))
                        .coordinates()
                        .orElseThrow(() -> new IllegalStateException("ASSESS saw a binlog")),
                sink));
    }

    @Override
    public Optional<BinlogCoordinates> applied() {
        return Optional.of(sourceCoordinates);
    }

    @Override
    public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
        sink.accept("on the target: wait until it has applied the source's position of that moment (now " + coordinates
                + "), at most " + timeout.toMillis() + " ms");
        return true;
    }

    @Override
    public void requireHealthy() {
        sink.accept("on the target: see that both replication threads run without an error");
    }

    @Override
    public void close() {
        // because nothing was opened
    }
}
