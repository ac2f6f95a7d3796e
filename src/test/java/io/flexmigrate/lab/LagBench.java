package io.flexmigrate.lab;

import io.flexmigrate.engine.LagSample;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Dialect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures how the lag is measured, on real servers; {@code scripts/bench/lag} runs it. */
final class LagBench {

    private static final Duration STEADY = Duration.ofSeconds(12);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String BOUNDS = "max_lag: 1s, stable_for: 1h";
    private static final int BACKLOG = 4_000;

    private final LinkedPair pair;
    private final Map<String, Figures> figures = new LinkedHashMap<>();

    private LagBench(LinkedPair pair) {
        this.pair = pair;
    }

    /**
     * Measures.
     *
     * @param arguments number of rounds, version of the source such as MYSQL_8_0
     */
    public static void main(String[] arguments) throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.valueOf(arguments[1]), "--sync-binlog=0")
                .withHeartbeat()) {
            pair.write(1); // so that its table is on the target too
            LagBench bench = new LagBench(pair);
            for (int round = 1; round <= Integer.parseInt(arguments[0]); round++) {
                System.out.println("Round " + round + " ...");
                bench.round("one thread", 0);
                bench.round("four threads", 4);
            }
            bench.figures.forEach((name, figure) -> System.out.println(name + ": " + figure));
        }
    }

    private void round(String name, int workers) throws InterruptedException {
        pair.applyWith(
                "SET GLOBAL slave_parallel_type = 'LOGICAL_CLOCK'",
                "SET GLOBAL slave_preserve_commit_order = ON",
                "SET GLOBAL slave_parallel_workers = " + workers);
        steady(name);
        behind(name);
    }

    private void steady(String name) throws InterruptedException {
        List<Double> truth = new TrueLag(pair).millis(40);
        try (WatchedLink watched = WatchedLink.begin(pair, BOUNDS)) {
            watched.await(PATIENCE, sample -> sample.reached() && sample.lag().toMillis() < 100);
            int before = watched.samples().size();
            questions(name + ", caught up", watched);
            watched.samples().stream()
                    .skip(before)
                    .forEach(sample ->
                            add(name + ", lag as measured, ms", sample.lag().toNanos() / 1e6));
        }
        truth.forEach(lag -> add(name + ", lag as it is, ms", lag));
    }

    private void questions(String name, WatchedLink watched) throws InterruptedException {
        try (Questions source = Questions.begin(pair.source());
                Questions target = Questions.begin(pair.target())) {
            watched.watch(STEADY);
            add(name + ", questions a second on the source", perSecond(source.soFar()));
            add(name + ", questions a second on the target", perSecond(target.soFar()));
        }
    }

    private static double perSecond(long questions) {
        return questions / (double) STEADY.toSeconds();
    }

    private void behind(String name) throws InterruptedException {
        pair.target().execute("STOP SLAVE SQL_THREAD");
        pair.write(BACKLOG);
        BinlogCoordinates end = pair.source()
                .root()
                .with(session -> new Binlog(
                                session, new Dialect(pair.source().version().number()))
                        .coordinates()
                        .orElseThrow());
        try (WatchedLink watched = WatchedLink.begin(pair, BOUNDS)) {
            watched.watch(Duration.ofSeconds(2));
            questions(name + ", behind", watched);
            try (ZeroLag zero = ZeroLag.watch(pair, pair.rows())) {
                pair.target().execute("START SLAVE SQL_THREAD");
                watched.await(PATIENCE, sample -> has(sample, end));
                long noticed = System.nanoTime();
                add(name + ", zero lag noticed after, ms", (noticed - zero.at()) / 1e6);
            }
        }
    }

    private static boolean has(LagSample sample, BinlogCoordinates end) {
        String[] parts = sample.source().split(":", -1);
        return sample.reached() && new BinlogCoordinates(parts[0], Long.parseLong(parts[1])).isAtOrAfter(end);
    }

    private void add(String name, double value) {
        figures.computeIfAbsent(name, unused -> new Figures(new ArrayList<>()))
                .values()
                .add(value);
    }
}
