package io.flexmigrate.stage.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.LinkedPair;
import io.flexmigrate.model.BinlogCoordinates;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrackedComparisonIT {

    private static final Duration LONG = Duration.ofSeconds(90);
    private static final Duration SHORT = Duration.ofMillis(60);

    private final Map<LabVersion, LinkedPair> pairs = new EnumMap<>(LabVersion.class);

    @BeforeAll
    void start() {
        for (LabVersion version : List.of(LabVersion.MYSQL_5_7, LabVersion.MYSQL_8_0)) {
            pairs.put(version, LinkedPair.begin(version));
        }
    }

    @AfterAll
    void stop() {
        pairs.values().forEach(LinkedPair::close);
    }

    @BeforeEach
    void fill() {
        for (LinkedPair pair : pairs.values()) {
            pair.source()
                    .execute(
                            "DROP DATABASE IF EXISTS shop",
                            "CREATE DATABASE shop",
                            "CREATE TABLE shop.orders (id INT PRIMARY KEY, words VARCHAR(40))",
                            "CREATE TABLE shop.places (a VARCHAR(20), b INT, words VARCHAR(40), PRIMARY KEY (a, b))",
                            "CREATE TABLE shop.bag (words VARCHAR(40))",
                            "CREATE TABLE shop.quiet (words VARCHAR(40))",
                            "SET @n = 0",
                            "INSERT INTO shop.orders SELECT @n := @n + 1, 'old' FROM information_schema.COLLATIONS a,"
                                    + " information_schema.COLLATIONS b LIMIT 3000",
                            "INSERT INTO shop.places SELECT CONCAT('p', id % 7), id, 'old' FROM shop.orders",
                            "INSERT INTO shop.bag SELECT CONCAT('x', id % 7) FROM shop.orders",
                            "INSERT INTO shop.quiet SELECT words FROM shop.bag");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void comparesOnlyWhatChangedAndTablesWithoutKeyThatDid(LabVersion version) throws InterruptedException {
        for (String image : List.of("FULL", "MINIMAL")) {
            TrackedPair fixture = new TrackedPair(pair(version));
            fixture.prove();
            fixture.pair
                    .source()
                    .execute(
                            "SET SESSION binlog_row_image = " + image,
                            "UPDATE shop.orders SET words = 'new' WHERE id <= 40",
                            "UPDATE shop.places SET b = b + 10000 WHERE a = 'p3' AND b < 100",
                            "DELETE FROM shop.orders WHERE id > 2990",
                            "INSERT INTO shop.orders VALUES (100000, 'new')");

            try (StillComparison comparison = fixture.comparison()) {
                comparison.narrow(fixture.link, fixture.log);
                StillResult narrowed = comparison.compare(fixture.still(), LONG);
                assertThat(narrowed.differences()).isEmpty();
                assertThat(narrowed.rows()).isLessThanOrEqualTo(100);

                fixture.pair
                        .source()
                        .execute(
                                "SET SESSION binlog_row_image = " + image,
                                "UPDATE shop.orders SET words = 'newer' WHERE id <= 40",
                                "INSERT INTO shop.bag VALUES ('x1')");
                StillResult result = comparison.compare(fixture.still(), LONG);

                assertThat(result.differences()).isEmpty();
                assertThat(result.unproven()).isEmpty();
                assertThat(result.rows()).isBetween(40, 140);
                assertThat(result.tables()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void namesEveryRowThatWasChangedAndIsNotEqual(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        try (StillComparison comparison = fixture.comparison()) {
            comparison.narrow(fixture.link, fixture.log);
            fixture.pair
                    .source()
                    .execute(
                            "UPDATE shop.orders SET words = 'new' WHERE id IN (5, 6, 7)",
                            "INSERT INTO shop.places VALUES ('it''s', -3, 'new'), ('q', -4, 'new'), ('r', -5, 'new')",
                            "INSERT INTO shop.bag VALUES ('x1')");
            fixture.still();
            fixture.pair
                    .target()
                    .execute(
                            "UPDATE shop.orders SET words = 'NEW' WHERE id = 6",
                            "DELETE FROM shop.places WHERE b = -3",
                            "UPDATE shop.bag SET words = 'x2' WHERE words = 'x1' LIMIT 1",
                            // a row that is asked for by one name and answers by another, and no binlog tells of it
                            "SET SESSION sql_log_bin = 0",
                            "UPDATE shop.places SET a = 'Q' WHERE b = -4");

            StillResult result = comparison.compare(fixture.still(), LONG);

            assertThat(result.differences())
                    .anySatisfy(words -> assertThat(words).startsWith("shop.orders row (id '6') differs; words: "))
                    .anySatisfy(words -> assertThat(words).matches("shop.places row \\(.*\\) is missing on the target"))
                    .anySatisfy(words -> assertThat(words).matches("shop.places row \\(.*, b '-4'\\) differs; a: .*"))
                    .anySatisfy(words -> assertThat(words).isEqualTo("shop.bag has different content"))
                    .hasSize(4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void refusesBeforeTheFenceWhenARowStaysDifferent(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        fixture.pair.source().execute("UPDATE shop.orders SET words = 'new' WHERE id IN (5, 6, 7)");
        fixture.still();
        fixture.pair.target().execute("DELETE FROM shop.orders WHERE id = 6");

        try (StillComparison comparison = fixture.comparison()) {
            assertThatThrownBy(() -> comparison.narrow(fixture.link, fixture.log))
                    .isInstanceOfSatisfying(
                            DifferencesFoundException.class,
                            found -> assertThat(found.differences())
                                    .containsExactly("shop.orders row (id '6') is missing on the target"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void findsWhatOthersWroteToTheTargetAndSaysSo(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        fixture.pair.source().execute("UPDATE shop.orders SET words = 'new' WHERE id = 7");
        fixture.still();
        fixture.pair.target().execute("UPDATE shop.orders SET words = words WHERE id = 8");
        try (StillComparison comparison = fixture.comparison()) {
            comparison.narrow(fixture.link, fixture.log);
            assertThat(fixture.written.toString()).doesNotContain("Others than the link");

            fixture.pair.target().execute("UPDATE shop.orders SET words = 'secret' WHERE id = 8");
            assertThat(comparison.compare(fixture.still(), LONG).differences())
                    .singleElement()
                    .asString()
                    .startsWith("shop.orders row (id '8') differs; words: ");
            fixture.pair.target().execute("UPDATE shop.orders SET words = 'old' WHERE id = 8");
            comparison.narrow(fixture.link, fixture.log);
            assertThat(comparison.compare(fixture.still(), LONG).differences()).isEmpty();
            assertThat(fixture.written.toString())
                    .contains("Others than the link wrote", "shop.orders: 2 row(s), the first before binlog.")
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void comparesTablesAnewWhoseDefinitionChangedOrThatAreNew(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        try (StillComparison comparison = fixture.comparison()) {
            comparison.narrow(fixture.link, fixture.log);
            fixture.pair
                    .source()
                    .execute(
                            "ALTER TABLE shop.orders ADD COLUMN first INT FIRST",
                            "CREATE TABLE shop.`new ``one` (id INT PRIMARY KEY)",
                            "INSERT INTO shop.`new ``one` VALUES (1)",
                            "DROP TABLE shop.places",
                            "TRUNCATE TABLE shop.quiet");
            fixture.still();
            StillResult equal = comparison.compare(fixture.still(), LONG);
            assertThat(equal.differences()).isEmpty();
            assertThat(equal.tables()).isEqualTo(4);

            fixture.pair.target().execute("INSERT INTO shop.quiet VALUES ('one')");
            fixture.pair
                    .source()
                    .execute("UPDATE shop.orders SET first = 1 WHERE id = 1", "ALTER TABLE shop.quiet COMMENT 'x'");
            assertThat(comparison.compare(fixture.still(), LONG).differences())
                    .containsExactly("shop.quiet has different content");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void provesEverythingAnewBeforeTheFenceWhenTheBinlogIsGone(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        fixture.pair.source().execute("UPDATE shop.orders SET words = 'unseen' WHERE id = 9", "FLUSH BINARY LOGS");
        BinlogCoordinates now = fixture.still();
        fixture.pair.source().execute("PURGE BINARY LOGS TO '" + now.file() + "'");

        try (StillComparison comparison = fixture.comparison()) {
            comparison.narrow(fixture.link, fixture.log);
            StillResult result = comparison.compare(fixture.still(), LONG);
            assertThat(result.differences()).isEmpty();
            assertThat(result.tables()).as("those without a key").isEqualTo(2);
            assertThat(fixture.written.toString()).contains("could not be read at once", "1236");

            fixture.pair.source().execute("UPDATE shop.orders SET words = 'new' WHERE id = 5");
            fixture.still();
            fixture.pair.target().execute("DELETE FROM shop.orders WHERE id = 5");
            assertThat(comparison.compare(fixture.still(), LONG).differences())
                    .containsExactly("shop.orders row (id '5') is missing on the target");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void findsADifferenceInWhatTheBinlogNoLongerTells(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        fixture.pair.source().execute("UPDATE shop.orders SET words = 'unseen' WHERE id = 9", "FLUSH BINARY LOGS");
        BinlogCoordinates now = fixture.still();
        fixture.pair.source().execute("PURGE BINARY LOGS TO '" + now.file() + "'");
        fixture.pair.target().execute("UPDATE shop.orders SET words = 'odd' WHERE id = 9");

        try (StillComparison comparison = fixture.comparison()) {
            assertThatThrownBy(() -> comparison.narrow(fixture.link, fixture.log))
                    .isInstanceOf(DifferencesFoundException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void comparesEverythingInsideTheFenceWhenTheBinlogCannotBeRead(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        try (StillComparison comparison = fixture.comparison("nobody")) {
            comparison.narrow(fixture.link, fixture.log);
            StillResult result = comparison.compare(fixture.still(), LONG);
            assertThat(result.differences()).isEmpty();
            assertThat(result.tables()).isEqualTo(4);
            assertThat(fixture.written.toString()).contains("cannot be read from the source's binlog", "Access denied");

            fixture.pair.target().execute("UPDATE shop.quiet SET words = 'X1' WHERE words = 'x1' LIMIT 1");
            assertThat(comparison.compare(fixture.still(), LONG).differences())
                    .containsExactly("shop.quiet has different content");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MYSQL_5_7", "MYSQL_8_0"})
    void namesWhatTimeDidNotSufficeFor(LabVersion version) throws InterruptedException {
        TrackedPair fixture = new TrackedPair(pair(version));
        fixture.prove();
        try (StillComparison comparison = fixture.comparison()) {
            comparison.narrow(fixture.link, fixture.log);
            fixture.pair
                    .source()
                    .execute(
                            "INSERT INTO shop.bag SELECT LEFT(SHA2(a.words, 256), 40) FROM shop.bag a, shop.bag b LIMIT 400000");
            BinlogCoordinates position = fixture.still();

            // at first not even the binlog can be read in time
            await().atMost(LONG)
                    .until(() -> comparison.compare(position, SHORT).unproven().equals(List.of("shop.bag")));
            assertThat(comparison.compare(position, SHORT).differences()).isEmpty();
        }
    }

    private LinkedPair pair(LabVersion version) {
        return Objects.requireNonNull(pairs.get(version));
    }
}
