package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.engine.ProvenChunks;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.time.Pause;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Proves again, one chunk at a time, what was proven longest ago, while both sides live; used by one thread. */
public final class Reproving implements AutoCloseable {

    /** What differs is looked at again before its turn, because somebody may have put it right. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Kit kit;
    private final TablePair pair;
    private final TargetWait wait;
    private final ProvenChunks proven;

    /**
     * What it works with.
     *
     * @param ledgers opens the ledger of the run, for a moment each time, so that others can write
     * @param wanted which tables are still to be proven
     * @param maxLoad threads of others that may run on the source; 0: any number
     */
    record Kit(
            MySqlServer source,
            MySqlServer target,
            Supplier<TargetWait> waits,
            Supplier<ChunkLedger> ledgers,
            Predicate<TableName> wanted,
            int maxLoad) {}

    private Reproving(Kit kit, TablePair pair, TargetWait wait, ProvenChunks proven) {
        this.kit = kit;
        this.pair = pair;
        this.wait = wait;
        this.proven = proven;
    }

    static Reproving open(Kit kit) {
        ProvenChunks proven = ProvenChunks.of(kit.ledgers().get());
        TablePair pair = TablePair.open(kit.source(), kit.target());
        try {
            return new Reproving(kit, pair, new RememberingWait(kit.waits().get()), proven);
        } catch (RuntimeException failure) {
            pair.close();
            throw failure;
        }
    }

    /**
     * Proves one chunk.
     *
     * @return what came of it; empty when there is nothing to prove, or the source is too busy now
     */
    public Optional<Verdict> next() throws InterruptedException {
        Optional<ChunkProof> due = due(SystemClock.wall().instant());
        if (due.isEmpty() || limit(unused -> {}).isExceededBy(pair::runningOnSource)) {
            return Optional.empty();
        }
        if (pair.isGone(due.get().table())) {
            proven.forget(due.get().table());
            return Optional.empty();
        }
        return Optional.of(prove(due.get()));
    }

    /** How the proofs stand. */
    public Proofs state() {
        return Proofs.of(proven, kit.wanted());
    }

    private LoadLimit limit(Consumer<String> told) {
        return new LoadLimit(kit.maxLoad(), Pause.real(), told);
    }

    private Optional<ChunkProof> due(Instant now) {
        return proven.different().stream()
                .filter(proof -> kit.wanted().test(proof.table()))
                .filter(proof -> proof.at().isBefore(now.minus(SOON)))
                .findFirst()
                .or(() -> proven.oldest(kit.wanted()));
    }

    private Verdict prove(ChunkProof due) throws InterruptedException {
        try (ChunkLedger ledger = kit.ledgers().get()) {
            ChunkedComparison comparison = new ChunkedComparison(
                    kit.source(),
                    kit.target(),
                    kit.waits(),
                    ledger.anew().alsoTelling(proven),
                    TableComparisons.ROWS_NAMED,
                    Extent.FULL,
                    LoadLimit.none());
            return comparison.again(due, pair, wait);
        }
    }

    @Override
    public void close() {
        pair.close();
        wait.close();
    }
}
