package io.flexmigrate.stage.verify;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.LinkedPair;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long it takes inside the fence to prove rows that changed last. */
final class FencedProofBench {

    private static final int ROWS = 200_000;

    private FencedProofBench() {}

    /** Arguments: rows that changed, rounds. */
    public static void main(String[] arguments) throws InterruptedException {
        int changed = Integer.parseInt(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        for (LabVersion version : List.of(LabVersion.MYSQL_5_7, LabVersion.MYSQL_8_0)) {
            try (LinkedPair pair = LinkedPair.begin(version)) {
                measure(pair, changed, rounds);
            }
        }
    }

    private static void measure(LinkedPair pair, int changed, int rounds) throws InterruptedException {
        pair.source()
                .execute(
                        "CREATE DATABASE shop",
                        "CREATE TABLE shop.sbtest (id INT PRIMARY KEY, k INT NOT NULL, c CHAR(120) NOT NULL,"
                                + " pad CHAR(60) NOT NULL, KEY (k))",
                        "SET @n = 0",
                        "INSERT INTO shop.sbtest SELECT @n := @n + 1, @n % 997, SHA2(@n, 256), SHA1(@n)"
                                + " FROM information_schema.COLLATIONS a, information_schema.COLLATIONS b,"
                                + " information_schema.COLLATIONS c LIMIT " + ROWS);
        TrackedPair tracked = new TrackedPair(pair);
        tracked.prove();
        List<Long> millis = new ArrayList<>();
        try (StillComparison comparison = tracked.comparison()) {
            comparison.narrow(tracked.link, tracked.log);
            for (int round = 1; round <= rounds; round++) {
                tracked.still();
                comparison.compare(tracked.still(), Duration.ofMinutes(1));
                pair.source()
                        .execute("UPDATE shop.sbtest SET c = SHA2(id + " + round + ", 256) WHERE id % " + ROWS / changed
                                + " = " + round % (ROWS / changed));
                BinlogCoordinates position = tracked.still();
                Stopwatch stopwatch = SystemClock.stopwatch();
                StillResult result = comparison.compare(position, Duration.ofMinutes(1));
                millis.add(stopwatch.elapsed().toMillis());
                if (!result.differences().isEmpty() || result.rows() < changed) {
                    throw new IllegalStateException("measured something else: " + result);
                }
            }
        }
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%s: %d of %,d rows changed: median %d ms, from %d to %d ms, measured %d times%n",
                pair.source().version().number(),
                changed,
                ROWS,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                rounds);
    }
}
