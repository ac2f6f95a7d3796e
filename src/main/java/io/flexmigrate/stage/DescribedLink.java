package io.flexmigrate.stage;

import io.flexmigrate.model.Action;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlServer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** The link of a dry run: the source stands still, and the target has applied everything. */
record DescribedLink(BinlogCoordinates sourceCoordinates, Consumer<Action> sink) implements Link {

    static DescribedLink open(MySqlServer source, Fact.Assessed assessed, Consumer<Action> sink) {
        return source.with(session -> new DescribedLink(
                new Binlog(session, LinkStage.dialect(assessed.sourceVersion()))
                        .coordinates()
                        .orElseThrow(() -> new IllegalStateException("ASSESS saw a binlog")),
                sink));
    }

    @Override
    public Optional<ReplicaStatus> status() {
        return Optional.empty();
    }

    @Override
    public Optional<BinlogCoordinates> applied() {
        return Optional.of(sourceCoordinates);
    }

    @Override
    public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
        String text = "wait until the source's position of that moment (now " + coordinates + ") is applied, at most "
                + timeout.toMillis() + " ms";
        sink.accept(new Action(Action.Kind.WAIT, Action.TARGET, text));
        return true;
    }

    @Override
    public void requireHealthy() {
        String text = "see that both replication threads run without an error";
        sink.accept(new Action(Action.Kind.NOTE, Action.TARGET, text));
    }

    @Override
    public void close() {
        // because nothing was opened
    }
}
