package io.flexmigrate.stage.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.LinkedPair;
import io.flexmigrate.lab.Positions;
import io.flexmigrate.lab.WatchedLink;
import io.flexmigrate.mysql.GlobalVariable;
import io.flexmigrate.mysql.Sql;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LagWatchingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final String BOUNDS = "max_lag: 2s, stable_for: 3s";
    private static final String LONGER = "max_lag: 2s, stable_for: 8s";

    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void measuresMillisecondsAndLeavesNothing(LabVersion version) throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(version).withHeartbeat()) {
            try (WatchedLink watched = WatchedLink.begin(pair, BOUNDS)) {
                assertThat(watched.watch(PATIENCE)).isTrue();

                assertThat(watched.samples()).hasSizeBetween(2, 8).allMatch(LagSample::reached);
                assertAreShort(watched.samples());
                assertThat(watched.warnings()).isEmpty();
                assertThat(heartbeats(pair.target())).hasSize(1);
            }
            assertThat(heartbeats(pair.source())).isEmpty();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(heartbeats(pair.target())).isEmpty());
        }
    }

    @Test
    void seesAnApplierOfSeveralThreadsThroughTheHeartbeatBeforeItsCoordinatesTell() throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_8_0).withHeartbeat()) {
            pair.applyWith(
                    "SET GLOBAL slave_parallel_type = 'LOGICAL_CLOCK'",
                    "SET GLOBAL slave_preserve_commit_order = ON",
                    "SET GLOBAL slave_parallel_workers = 4");
            try (WatchedLink watched = WatchedLink.begin(pair, BOUNDS)) {
                assertThat(watched.watch(PATIENCE)).isTrue();

                assertAreShort(watched.samples());
            }
        }
    }

    private static void assertAreShort(List<LagSample> samples) {
        assertThat(samples.subList(1, samples.size()))
                .allSatisfy(sample -> assertThat(sample.lag()).isLessThan(SHORT));
    }

    @ParameterizedTest
    @CsvSource({
        "MYSQL_5_7, STOP SLAVE SQL_THREAD", "MYSQL_8_0, STOP SLAVE SQL_THREAD",
        "MYSQL_5_7, STOP SLAVE IO_THREAD", "MYSQL_8_0, STOP SLAVE IO_THREAD"
    })
    void aThreadThatDoesNotRunIsLagThatGrows(LabVersion version, String stop) throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(version).withHeartbeat();
                WatchedLink watched = WatchedLink.begin(pair, "max_lag: 2s, stable_for: 60s")) {
            watched.await(PATIENCE, sample -> sample.reached() && sample.lag().compareTo(SHORT) < 0);

            pair.target().execute(stop);
            LagSample late = watched.await(PATIENCE, sample -> sample.lag().compareTo(Duration.ofSeconds(4)) > 0);
            assertThat(late.reached()).isFalse();

            pair.target().execute("START SLAVE");
            watched.await(PATIENCE, sample -> sample.reached() && sample.lag().compareTo(SHORT) < 0);
        }
    }

    /** {@code Seconds_Behind_Source} would say 0 or NULL. */
    @Test
    void aReceiverThatCannotConnectIsLagThoughNothingIsToApply() throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_8_0);
                WatchedLink watched = WatchedLink.begin(pair, "max_lag: 2s, stable_for: 60s, heartbeat: false")) {
            watched.await(PATIENCE, LagSample::reached);

            pair.source().execute("DROP USER repl@'%'");
            pair.source().root().with(session -> {
                session.query(
                                Sql.of(
                                        "looking for the replica",
                                        "SELECT ID AS id FROM information_schema.PROCESSLIST WHERE COMMAND LIKE 'Binlog Dump%'"))
                        .forEach(row -> session.execute(Sql.of("cutting it off", "KILL " + row.text("id"))));
                return session;
            });
            LagSample late = watched.await(PATIENCE, sample -> sample.lag().compareTo(Duration.ofSeconds(3)) > 0);

            assertThat(late.reached()).isFalse();
        }
    }

    /** A server delays by whole seconds, so what it makes of three is told by looking at both without a pause. */
    @ParameterizedTest
    @EnumSource(LabVersion.class)
    void measuresADelayAsItIs(LabVersion version) throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(version).withHeartbeat()) {
            pair.applyWith("CHANGE MASTER TO MASTER_DELAY = 3");
            try (Positions written = Positions.ofSource(pair.source());
                    Positions applied = Positions.ofReplica(pair.target());
                    WatchedLink watched = WatchedLink.begin(pair, "max_lag: 2s, stable_for: 60s")) {
                watched.watch(Duration.ofSeconds(20));

                // because a look every few milliseconds passes over some positions where the machine is busy
                List<LagSample> reached = watched.samples().stream()
                        .filter(LagSample::reached)
                        .filter(sample ->
                                applied.after(written, sample.source()).isPresent())
                        .toList();
                assertThat(reached)
                        .hasSizeGreaterThan(3)
                        .filteredOn(sample -> !isAbout(
                                sample.lag(),
                                applied.after(written, sample.source()).orElseThrow()))
                        .isEmpty();
                assertThat(watched.samples().stream().skip(6))
                        .allSatisfy(sample ->
                                assertThat(sample.lag()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(6)));
            }
        }
    }

    private static boolean isAbout(Duration lag, Positions.Bounds seen) {
        Duration margin = SHORT.dividedBy(2);
        return lag.compareTo(seen.least().minus(margin)) > 0
                && lag.compareTo(seen.most().plus(margin)) < 0;
    }

    @Test
    void saysOnceThatItMayNotWriteAHeartbeatAndMeasuresByCoordinates() throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_5_7);
                WatchedLink watched = WatchedLink.begin(pair, BOUNDS)) {
            assertThat(watched.watch(PATIENCE)).isTrue();

            assertThat(watched.warnings())
                    .singleElement()
                    .asString()
                    .contains("measured by coordinates only", "1044", "GRANT SELECT, INSERT, UPDATE, CREATE, DROP");
            assertThat(watched.samples()).hasSizeGreaterThan(2).allMatch(LagSample::reached);
        }
    }

    @Test
    void saysThatAFilterKeepsTheHeartbeatOut() throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_8_0).withHeartbeat()) {
            pair.applyWith(
                    "CHANGE REPLICATION FILTER REPLICATE_WILD_IGNORE_TABLE = ('mysql.%', 'migrate\\_heartbeat\\_%.%')");
            try (WatchedLink watched = WatchedLink.begin(pair, LONGER)) {
                assertThat(watched.watch(PATIENCE)).isTrue();

                assertThat(watched.warnings()).singleElement().asString().contains("does not come through the link");
                assertThat(heartbeats(pair.source())).isEmpty();
            }
        }
    }

    @Test
    void removesWhatAKilledAttemptLeft() {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_8_0).withHeartbeat()) {
            WatchedLink killed = WatchedLink.begin(pair, BOUNDS);
            assertThat(heartbeats(pair.source())).hasSize(1);

            LagWatching.removeLeftovers("another", pair.sourceServer(), LinkedPair.log(killed.journal()));
            assertThat(heartbeats(pair.source())).hasSize(1);
            LagWatching.removeLeftovers("lag", pair.sourceServer(), LinkedPair.log(killed.journal()));
            assertThat(heartbeats(pair.source())).isEmpty();
        }
    }

    @Test
    void failsWithWordsWhenABinlogIsGoneThatTheTargetHasNotReceived() throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_5_7).withHeartbeat();
                WatchedLink watched = WatchedLink.begin(pair, "max_lag: 2s, stable_for: 120s")) {
            watched.await(PATIENCE, LagSample::reached);
            pair.target().execute("STOP SLAVE IO_THREAD");
            pair.source().execute("FLUSH BINARY LOGS", "FLUSH BINARY LOGS");
            // because what sends to a receiver that was stopped may be reading the first one still
            await().atMost(PATIENCE).until(() -> {
                pair.source().execute("PURGE BINARY LOGS TO 'binlog.000003'");
                return oldestBinlog(pair.source()).equals("binlog.000003");
            });

            assertThatThrownBy(() -> watched.watch(PATIENCE))
                    .isInstanceOf(StageFailedException.class)
                    .hasMessageContaining("purged binlog.000001")
                    .hasMessageContaining("oldest binlog is binlog.000003");
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void foreseesThatABinlogIsPurgedTooEarlyAndKeepsItLongerWhereItMay(boolean may) throws InterruptedException {
        try (LinkedPair pair = LinkedPair.begin(LabVersion.MYSQL_8_0, "--binlog-expire-logs-seconds=60")
                .withHeartbeat()) {
            if (may) {
                pair.source().execute("GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO migrate@'%'");
            }
            pair.applyWith("CHANGE MASTER TO MASTER_DELAY = 3600");
            try (WatchedLink watched = WatchedLink.begin(pair, "max_lag: 2s, stable_for: 120s")) {
                watched.watch(Duration.ofSeconds(4));
                pair.source().execute("FLUSH BINARY LOGS");
                watched.watch(Duration.ofSeconds(45));

                assertThat(watched.warnings())
                        .singleElement()
                        .asString()
                        .contains("The source purges binlog.000001, which the target still needs, in about")
                        .contains("does not get on")
                        .contains(may ? "keeps binlogs for 2 d from now on" : "may not make it keep them longer");
                assertThat(retention(pair)).isEqualTo(may ? 2 * 86_400 : 60);
                assertThat(RetentionRaise.originals(
                                LinkedPair.log(watched.journal()).past(StageName.CATCH_UP)))
                        .isEqualTo(may ? Map.of("binlog_expire_logs_seconds", "60") : Map.of());
            }
        }
    }

    private static String oldestBinlog(LabServer server) {
        return server.root()
                .query(Sql.of("listing the binlogs", "SHOW BINARY LOGS"))
                .get(0)
                .text("Log_name");
    }

    private static long retention(LinkedPair pair) {
        return pair.source().root().with(session -> new GlobalVariable(session, "binlog_expire_logs_seconds").number());
    }

    private static List<String> heartbeats(LabServer server) {
        return server
                .root()
                .query(
                        Sql.of(
                                "looking for heartbeats",
                                "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrate%'"))
                .stream()
                .map(row -> row.text("name"))
                .toList();
    }
}
