package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.LinkedPair;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Heavy random writes are never called a difference, and a difference is found among them. */
class BusyComparisonIT {

    /** More of them with {@code -Dbusy.rounds=20}. */
    private static final int ROUNDS = Integer.getInteger("busy.rounds", 2);

    private static final int SEED = Integer.getInteger("busy.seed", 4711);

    private static final Duration LONG = Duration.ofSeconds(90);

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void callsNoWriteADifferenceAndFindsEveryDifference(LabVersion version) throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(version)) {
            fill(pair);
            AtomicBoolean writes = new AtomicBoolean(true);
            AtomicInteger written = new AtomicInteger();
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Random random = new Random(SEED + i);
                writers.add(new Thread(() -> write(pair, random, writes, written), "writer " + i));
            }
            writers.forEach(Thread::start);
            try {
                for (int round = 1; round <= ROUNDS; round++) {
                    cutOver(pair, "round " + round + " of seed " + SEED);
                }
                plant(pair);
            } finally {
                writes.set(false);
                for (Thread writer : writers) {
                    writer.join();
                }
            }
            assertThat(written.get()).isGreaterThan(200 * ROUNDS);
        }
    }

    private static void fill(LinkedPair pair) {
        pair.source()
                .execute(
                        "CREATE DATABASE shop",
                        "CREATE TABLE shop.orders (id INT PRIMARY KEY, words VARCHAR(40))",
                        "CREATE TABLE shop.places (a VARCHAR(20), b INT, words VARCHAR(40), PRIMARY KEY (a, b))",
                        "CREATE TABLE shop.bag (words VARCHAR(40))",
                        "CREATE TABLE shop.quiet (words VARCHAR(40))",
                        "SET @n = 0",
                        "INSERT INTO shop.orders SELECT @n := @n + 1, 'old' FROM information_schema.COLLATIONS a,"
                                + " information_schema.COLLATIONS b LIMIT 20000",
                        "INSERT INTO shop.places SELECT CONCAT('p', id % 7), id, 'old' FROM shop.orders",
                        "INSERT INTO shop.bag SELECT CONCAT('x', id % 7) FROM shop.orders LIMIT 2000",
                        "INSERT INTO shop.quiet SELECT words FROM shop.bag");
    }

    /** What VERIFY and the cut-over do: prove in chunks, narrow, fence, compare. */
    private static void cutOver(LinkedPair pair, String round) throws InterruptedException {
        TrackedPair tracked = new TrackedPair(pair);
        assertThat(tracked.compared())
                .as(round)
                .allSatisfy(verdict -> assertThat(verdict.kind())
                        .as(verdict.table() + " " + verdict.words())
                        .isNotEqualTo(Verdict.Kind.DIFFERENT));
        try (StillComparison comparison = tracked.comparison();
                Session fence = pair.source().root().open()) {
            comparison.narrow(tracked.link, tracked.log);
            fence.execute(Sql.of("fencing", "FLUSH TABLES WITH READ LOCK"));
            BinlogCoordinates position = tracked.still();
            StillResult result = comparison.compare(position, LONG);
            assertThat(result.differences()).as(round).isEmpty();
            assertThat(result.unproven()).as(round).isEmpty();
            assertThat(result.rows())
                    .as(round + ": something changed in the last moments")
                    .isPositive();
        }
    }

    private static void plant(LinkedPair pair) throws InterruptedException {
        pair.target()
                .execute("UPDATE shop.orders SET words = 'odd' WHERE id = 19999", "DELETE FROM shop.quiet LIMIT 1");

        assertThat(new TrackedPair(pair).compared())
                .filteredOn(verdict -> verdict.kind() == Verdict.Kind.DIFFERENT)
                .extracting(verdict -> verdict.table().table())
                .containsExactlyInAnyOrder("orders", "quiet");
    }

    private static void write(LinkedPair pair, Random random, AtomicBoolean writes, AtomicInteger written) {
        try (Session session = pair.source().root().open()) {
            while (writes.get()) {
                try {
                    session.execute(Sql.of("writing", statement(random)));
                    written.incrementAndGet();
                } catch (MySqlException clash) {
                    // because two writers may take the same key, or wait for each other
                    assertThat(clash.isConnectionLost()).isFalse();
                }
            }
        }
    }

    private static String statement(Random random) {
        int hot = 1 + random.nextInt(30);
        int any = 1 + random.nextInt(19_000);
        return switch (random.nextInt(8)) {
            case 0, 1 -> "UPDATE shop.orders SET words = '" + random.nextInt(1000) + "' WHERE id = " + hot;
            case 2 -> "UPDATE shop.orders SET words = '" + random.nextInt(1000) + "' WHERE id = " + any;
            case 3 -> "DELETE FROM shop.orders WHERE id = " + any;
            case 4 -> "INSERT INTO shop.orders VALUES (" + any + ", 'back')";
            case 5 -> "UPDATE shop.places SET b = -b, words = 'turned' WHERE b IN (" + any + ", -" + any + ")";
            case 6 -> "INSERT INTO shop.bag VALUES ('x" + random.nextInt(7) + "')";
            default -> "DELETE FROM shop.bag WHERE words = 'x" + random.nextInt(7) + "' LIMIT 1";
        };
    }
}
