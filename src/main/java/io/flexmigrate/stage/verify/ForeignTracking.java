package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.binlog.BinlogFollower;
import io.flexmigrate.mysql.binlog.ChangedRows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Follows the target's binlog for what others than the link write there. */
final class ForeignTracking implements AutoCloseable {

    private final Session target;
    private final Binlog binlog;
    private final ForeignWrites writes;
    private Optional<BinlogFollower> follower = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    private ForeignTracking(Session target, Function<Session, Binlog> binlog, ForeignWrites writes) {
        this.target = target;
        this.binlog = binlog.apply(target);
        this.writes = writes;
    }

    /**
     * What is needed to follow.
     *
     * @param opener follows the target's binlog
     * @param binlog the target's, over a session
     */
    record Kit(
            MySqlServer source,
            MySqlServer target,
            BinlogFollower.Opener opener,
            Function<Session, Binlog> binlog,
            Predicate<String> moving) {}

    /**
     * Begins; what goes wrong is told by {@link #trouble}.
     *
     * @param from where the target's binlog stood when the link was started, or later; empty when it is not known
     * @param marks who is told of what was written
     */
    static ForeignTracking open(Kit kit, Optional<BinlogCoordinates> from, Consumer<ChangedRows> marks) {
        long sourceId = kit.source()
                .with(session -> session.first(Sql.of("reading the server id", "SELECT @@GLOBAL.server_id AS id")))
                .map(row -> row.number("id"))
                .orElse(0L);
        ForeignTracking tracking = new ForeignTracking(
                kit.target().open(), kit.binlog(), new ForeignWrites(kit.moving(), sourceId, marks));
        try {
            tracking.follower = from.map(start -> kit.opener().open(start, tracking.writes));
            tracking.trouble = from.isPresent() ? Optional.empty() : Optional.of("it writes no binlog that we may see");
        } catch (MySqlException refused) {
            tracking.trouble = Optional.of(String.valueOf(refused.getMessage()));
        }
        return tracking;
    }

    /** Why the target's binlog is not read; empty when it is. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Whether all that was written up to now is known, within this time; true when it is not read at all. */
    boolean awaitKnown(Duration longest) throws InterruptedException {
        if (follower.isEmpty()) {
            return true;
        }
        Optional<BinlogCoordinates> now = binlog.coordinates();
        try {
            return now.isEmpty() || follower.get().awaitTold(now.get(), longest);
        } catch (MySqlException broken) {
            trouble = Optional.of(String.valueOf(broken.getMessage()));
            follower.get().close();
            follower = Optional.empty();
            return true;
        }
    }

    /** A line for each table and statement; empty when nobody else wrote. */
    List<String> lines() {
        return writes.lines();
    }

    @Override
    public void close() {
        follower.ifPresent(BinlogFollower::close);
        target.close();
    }
}
