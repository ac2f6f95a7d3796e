package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import io.flexmigrate.stage.Link;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what the source's binlog says was changed since it was proven.
 *
 * <p>Before the fence what was changed is proven again and again, until only what was changed in the last moments is left; the
 * rest is compared inside the fence. What is compared while it moves counts as proven only up to coordinates that the target had
 * applied a round before, see {@link TargetWait#applied}.
 */
final class TrackedComparison implements StillComparison {

    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final int MOST_ROUNDS = 20;

    /** A table that is still dirty as a whole after so many passes is left to the fence. */
    private static final int MOST_PASSES = 3;

    /** So few rows are compared inside the fence in no time. */
    private static final int FEW_ROWS = 100;

    /** A round that leaves more than this share of the rows will be followed by others that do the same. */
    private static final double SHRINKING = 0.7;

    /** As often must a row be unequal, and not changed by anybody meanwhile, to be called different. */
    private static final int SURE = 3;

    private final ChunkedComparison chunks;
    private final ChangeTracking tracking;
    private final ForeignTracking foreign;
    private final TableLooks looks;
    private final DirtyComparison comparison;
    private final int threads;
    private final Map<DirtyRows.Portion, Suspect> suspects = new HashMap<>();
    private final Map<TableName, Integer> narrowed = new HashMap<>();
    private Optional<BinlogCoordinates> before = Optional.empty();
    private Optional<Duration> usual = Optional.empty();
    private int compared;

    /** How often a row was unequal without being changed. */
    private record Suspect(BinlogCoordinates changed, int times) {}

    /** @param chunks compares whole tables while they move, and keeps what it proves */
    TrackedComparison(
            ChunkedComparison chunks,
            ChangeTracking tracking,
            ForeignTracking foreign,
            TableLooks looks,
            DirtyComparison comparison,
            int threads) {
        this.chunks = chunks;
        this.tracking = tracking;
        this.foreign = foreign;
        this.looks = looks;
        this.comparison = comparison;
        this.threads = threads;
    }

    @Override
    public void narrow(Link link, StageLog log) throws InterruptedException {
        try {
            before = Optional.of(appliedSince(reached(link), link));
            int rows = Integer.MAX_VALUE;
            for (int round = 0; round < MOST_ROUNDS && tracking.trouble().isEmpty(); round++) {
                BinlogCoordinates position = reached(link);
                round(position, appliedSince(position, link));
                int left = tracking.dirty().size();
                if (suspects.isEmpty() && (left <= FEW_ROWS || left > SHRINKING * rows)) {
                    break;
                }
                rows = left;
            }
            usual.ifPresent(comparison::expect);
        } finally {
            tell(log);
        }
    }

    private void round(BinlogCoordinates position, BinlogCoordinates applied) throws InterruptedException {
        narrowTables(position);
        requireNoDifference(proven(applied), position);
        if (tracking.dirty().size() > FEW_ROWS) {
            // because a target of several threads is waited for up to 300 ms, in which the source went on
            proven(applied);
        }
    }

    private DirtyComparison.Answer proven(BinlogCoordinates applied) throws InterruptedException {
        DirtyComparison.Answer answer =
                comparison.compare(tracking.dirty(), false, SystemClock.stopwatch(), Duration.ofDays(1));
        compared += answer.rows();
        settle(answer, applied);
        return answer;
    }

    /** What the target has applied by now, which may be far more than it was waited for: see {@link io.flexmigrate.stage.Drain}. */
    private static BinlogCoordinates appliedSince(BinlogCoordinates position, Link link) {
        return link.applied().filter(now -> now.isAtOrAfter(position)).orElse(position);
    }

    private void tell(StageLog log) {
        Map<String, String> values = new HashMap<>(Map.of(
                "rows", Integer.toString(compared),
                "left", Integer.toString(tracking.dirty().size())));
        Set<TableName> whole = tracking.dirty().tables();
        if (!whole.isEmpty()) {
            values.put("left_whole", names(whole));
        }
        log.observe("changes-compared", values);
        if (tracking.trouble().isEmpty() && !tracking.failures().isEmpty()) {
            warn(
                    "The source's binlog could not be read at once, so what may have changed was compared as a whole: "
                            + String.join("; ", tracking.failures()),
                    log);
        }
        tracking.trouble()
                .ifPresent(reason -> warn(
                        "What changed since VERIFY cannot be read from the source's binlog, so all tables are compared"
                                + " inside the pause: " + reason,
                        log));
        foreign.trouble()
                .ifPresent(reason -> warn(
                        "Whether others wrote to the target since VERIFY cannot be read from its binlog: " + reason,
                        log));
        foreignWarning(foreign.lines()).ifPresent(warning -> warn(warning, log));
    }

    private static void warn(String text, StageLog log) {
        log.observe(Observation.WARNING.what(), Map.of(Observation.WARNING.key(), text));
    }

    /** What to tell of writes of others; empty when there are none. */
    static Optional<String> foreignWarning(List<String> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of("Others than the link wrote to the target, which must not be before the cut-over ("
                        + String.join("; ", lines) + "). These rows are compared again; find out who it was.");
    }

    private static String names(Set<TableName> tables) {
        return tables.stream().map(TableName::toString).sorted().collect(Collectors.joining(", "));
    }

    /** Where the source stands, once the target has applied it and all before it is marked. */
    private BinlogCoordinates reached(Link link) throws InterruptedException {
        BinlogCoordinates position = link.sourceCoordinates();
        while (!link.awaitApplied(position, LOOK)) {
            link.requireHealthy();
        }
        while (!tracking.awaitMarked(position, LOOK) || !foreign.awaitKnown(LOOK)) {
            link.requireHealthy();
        }
        return position;
    }

    /** Tables that are dirty as a whole are proven in chunks; those without a key are left to the fence. */
    private void narrowTables(BinlogCoordinates position) throws InterruptedException {
        Set<TableName> tables = new HashSet<>(tracking.marks().takeCascaded());
        tables.addAll(tracking.dirty().tables());
        tables.removeIf(this::isLeftToTheFence);
        if (tables.isEmpty()) {
            return;
        }
        List<Verdict> verdicts = chunks.compare(List.copyOf(tables), threads);
        List<String> differences = verdicts.stream()
                .filter(verdict -> verdict.kind() == Verdict.Kind.DIFFERENT)
                .map(verdict -> verdict.table() + " " + verdict.words())
                .toList();
        if (!differences.isEmpty()) {
            throw new DifferencesFoundException(differences);
        }
        verdicts.forEach(verdict -> tracking.settle(verdict.table(), position));
    }

    private boolean isLeftToTheFence(TableName table) {
        looks.forget(table);
        TableLooks.TableLook look = looks.of(table);
        boolean isKeyless = look.trouble().isEmpty() && look.shape().isEmpty();
        return look.isGone() || isKeyless || narrowed.merge(table, 1, Integer::sum) > MOST_PASSES;
    }

    /** @param applied by the target before this was compared: what the next is proven up to */
    private void settle(DirtyComparison.Answer answer, BinlogCoordinates applied) {
        before.ifPresent(proven -> {
            answer.equalRows().forEach(portion -> tracking.settle(portion, proven));
            answer.equalTables().forEach(table -> tracking.settle(table, proven));
        });
        before = Optional.of(applied);
    }

    /** Rows that stay unequal although nobody changes them. */
    private void requireNoDifference(DirtyComparison.Answer answer, BinlogCoordinates position) {
        Map<DirtyRows.Portion, Suspect> earlier = Map.copyOf(suspects);
        suspects.clear();
        List<String> differences = new ArrayList<>();
        for (DirtyRows.Portion row : answer.unequalRows()) {
            RowKey key = row.keys().get(0);
            // because the target need not have yet what was changed since the round began
            tracking.dirty()
                    .changed(row.table(), key)
                    .filter(position::isAtOrAfter)
                    .ifPresent(changed -> {
                        Suspect suspect = Optional.ofNullable(earlier.get(row))
                                .filter(known -> known.changed().equals(changed))
                                .map(known -> new Suspect(changed, known.times() + 1))
                                .orElseGet(() -> new Suspect(changed, 1));
                        suspects.put(row, suspect);
                        if (suspect.times() >= SURE) {
                            differences.add(words(row.table(), key));
                        }
                    });
        }
        if (!differences.isEmpty()) {
            throw new DifferencesFoundException(differences);
        }
    }

    private String words(TableName table, RowKey key) {
        return table + " " + comparison.described(table, key).words(false);
    }

    @Override
    public StillResult compare(BinlogCoordinates position, Duration longest) throws InterruptedException {
        Stopwatch watch = SystemClock.stopwatch();
        usual = Optional.of(longest);
        if (!tracking.awaitMarked(position, longest) || !foreign.awaitKnown(longest.minus(watch.elapsed()))) {
            String reason = "what changed last: it could not be read from the binlogs in time";
            return new StillResult(List.of(), List.of(reason), 0, 0);
        }
        DirtyComparison.Answer answer = comparison.compare(tracking.dirty(), true, watch, longest);
        settle(answer, position);
        List<String> differences = new ArrayList<>();
        answer.unequalRows().stream()
                .limit(TableComparisons.ROWS_NAMED)
                .forEach(row -> differences.add(words(row.table(), row.keys().get(0))));
        answer.unequalTables().forEach(table -> differences.add(table + " has different content"));
        return new StillResult(
                differences,
                answer.unproven().stream()
                        .distinct()
                        .map(TableName::toString)
                        .sorted()
                        .toList(),
                answer.rows(),
                answer.equalTables().size() + answer.unequalTables().size());
    }

    @Override
    public int size() {
        return tracking.marks().tables().size();
    }

    @Override
    public void close() {
        tracking.close();
        foreign.close();
        comparison.close();
        looks.close();
        chunks.ledger().close();
    }
}
