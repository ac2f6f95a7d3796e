package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.binlog.BinlogFollower;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.link.TargetBinlog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Compares for real.
 *
 * @param moving which databases move
 * @param ledgers by where the link began: what is proven already, and where to write what is proven now
 */
public record LiveComparisons(
        Side source,
        Side target,
        Link.Opener links,
        Predicate<String> moving,
        Function<BinlogCoordinates, ChunkLedger> ledgers)
        implements TableComparisons {

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** A server and its binlog. */
    public record Side(MySqlServer server, BinlogFollower.Opener binlog) {}

    @Override
    public List<TableName> tables(Fact.Assessed assessed) {
        return tables(source.server());
    }

    private List<TableName> tables(MySqlServer server) {
        return server.with(session -> {
            Databases databases = new Databases(session);
            return databases.tableNames(
                    databases.names().stream().filter(moving).toList());
        });
    }

    @Override
    public List<Verdict> whileMoving(
            Fact.Assessed assessed, BinlogCoordinates start, List<TableName> tables, int threads, LoadLimit load)
            throws InterruptedException {
        try (ChunkLedger ledger = ledgers.apply(start)) {
            return chunks(assessed, ledger).within(load).compare(tables, threads);
        }
    }

    private ChunkedComparison chunks(Fact.Assessed assessed, ChunkLedger ledger) {
        return new ChunkedComparison(
                source.server(), target.server(), () -> TargetWait.on(links.open(assessed)), ledger, ROWS_NAMED);
    }

    /**
     * Makes ready to prove again what is proven.
     *
     * @param start where the link began
     * @param wanted which tables are still to be proven
     * @param maxLoad threads of others that may run on the source; 0: any number
     */
    public Reproving reproving(
            Fact.Assessed assessed, BinlogCoordinates start, Predicate<TableName> wanted, int maxLoad) {
        return Reproving.open(new Reproving.Kit(
                source.server(),
                target.server(),
                () -> TargetWait.on(links.open(assessed)),
                () -> ledgers.apply(start),
                wanted,
                maxLoad));
    }

    @Override
    public void beginWatching(Fact.Assessed assessed, BinlogCoordinates start, StageLog log) {
        ledgers.apply(start)
                .tell(unused -> {})
                .ifPresent(
                        damage -> log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), damage)));
        target.server().with(session -> {
            TargetBinlog.remember(binlog(assessed).apply(session), log);
            return session;
        });
    }

    private static Function<Session, Binlog> binlog(Fact.Assessed assessed) {
        Dialect dialect = new Dialect(ServerVersion.parse(assessed.targetVersion()));
        return session -> new Binlog(session, dialect);
    }

    private ForeignTracking.Kit foreign(Fact.Assessed assessed) {
        return new ForeignTracking.Kit(source.server(), target.server(), target.binlog(), binlog(assessed), moving);
    }

    @Override
    public List<String> foreignWrites(Fact.Assessed assessed, Optional<BinlogCoordinates> from)
            throws InterruptedException {
        try (ForeignTracking tracking = ForeignTracking.open(foreign(assessed), from, unused -> {})) {
            while (!tracking.awaitKnown(LOOK)) {
                requireNotInterrupted();
            }
            return tracking.lines();
        }
    }

    private static void requireNotInterrupted() throws InterruptedException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedException();
        }
    }

    @Override
    public TableComparisons telling(Consumer<ChunkProof> listener) {
        return new LiveComparisons(source, target, links, moving, start -> {
            ChunkLedger ledger = ledgers.apply(start);
            ledger.tell(listener);
            return ledger.alsoTelling(listener);
        });
    }

    @Override
    public TableComparisons within(Predicate<String> databases) {
        return new LiveComparisons(source, target, links, moving.and(databases), ledgers);
    }

    @Override
    public TableComparisons backwards(Link.Opener back) {
        return new LiveComparisons(target, source, back, moving, ledgers);
    }

    @Override
    public StillComparison whileStill(Fact.Assessed assessed, Since since, List<TableName> tables, int threads) {
        Known known = since.known();
        ChunkLedger ledger = known.equal()
                ? new KnownEqual(known.from(), () -> tables(source.server()))
                : ledgers.apply(known.from());
        TableLooks looks = TableLooks.open(source.server(), target.server());
        ChangeTracking tracking = ChangeTracking.open(
                source.server(), source.binlog(), moving, tables, looks, since.now(), ProvenChunks.of(ledger));
        return new TrackedComparison(
                chunks(assessed, ledger.anew()),
                tracking,
                ForeignTracking.open(foreign(assessed), since.target(), tracking::mark),
                looks,
                DirtyComparison.open(looks, threads, source.server(), target.server()),
                threads);
    }
}
