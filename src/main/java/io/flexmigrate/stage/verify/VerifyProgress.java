package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.ChunkProof;
import io.flexmigrate.model.Fact;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Writes into the journal how many rows are compared by now, once a second at most; for any number of threads. */
final class VerifyProgress implements Consumer<ChunkProof> {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final StageLog log;
    private final long total;
    private long rows;
    private Stopwatch told = SystemClock.stopwatch();

    private VerifyProgress(StageLog log, long total) {
        this.log = log;
        this.total = total;
    }

    /** Of all rows that were loaded: those that came since, or went, are counted nowhere. */
    static VerifyProgress of(Facts facts, StageLog log) {
        long rows = facts.find(Fact.Loaded.class).map(Fact.Loaded::rows).orElse(Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        return new VerifyProgress(log, rows);
    }

    @Override
    public synchronized void accept(ChunkProof proof) {
        rows += proof.source().rows();
        if (told.elapsed().compareTo(BETWEEN) >= 0) {
            told = SystemClock.stopwatch();
            Advance advance = new Advance(
                    0,
                    0,
                    rows,
                    // because rows that came since are counted too: before its end it must never look done
                    total == 0 ? 0 : Math.max(rows + 1, total),
                    0,
                    0,
                    proof.table().toString());
            log.observe(Observation.VERIFY_PROGRESS.what(), advance.values());
        }
    }
}
