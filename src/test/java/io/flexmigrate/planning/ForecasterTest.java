package io.flexmigrate.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.Forecast.StageTime;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.planning.Forecaster.Course;
import io.flexmigrate.planning.Forecaster.Kept;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ForecasterTest {

    private static final long GIGABYTE = 1_000_000_000;
    private static final Rates.Threads THREADS = new Rates.Threads(4, 4, 2);
    private static final Course COURSE = new Course(true, Duration.ofSeconds(10), Duration.ofSeconds(3));

    private static TableSize table(String name, long data, long indexes) {
        return new TableSize(new TableName("shop", name), "InnoDB", 1_000, data, indexes, true);
    }

    private static Forecast assumed(TableSize... tables) {
        return new Forecaster(Rates.assumed(List.of(tables), THREADS), COURSE)
                .forecast(List.of(tables), Optional.empty());
    }

    private static StageTime stage(Forecast forecast, String stage, String part) {
        return forecast.stages().stream()
                .filter(time -> time.stage().equals(stage) && time.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void foreseesEveryStageThatTakesTime() {
        Forecast forecast = assumed(table("orders", GIGABYTE, GIGABYTE / 2));

        assertThat(forecast.stages())
                .extracting(time -> (time.stage() + " " + time.part()).strip())
                .containsExactly(
                        "DUMP", "LOAD data", "LOAD secondary indexes", "CATCH_UP", "VERIFY", "CUT_OVER write pause");
        assertThat(forecast.stages())
                .allSatisfy(time -> assertThat(time.shortest()).isLessThanOrEqualTo(time.longest()));
        assertThat(stage(forecast, "DUMP", "").basis()).isEqualTo("assumed 15 to 90 MB/s; --probe measures it");
    }

    @Test
    void takesNoTimeForNothing() {
        Forecast forecast = new Forecaster(Rates.assumed(List.of(), THREADS), COURSE)
                .forecast(List.of(), Optional.of(new Kept(Duration.ofHours(1), "set so")));

        assertThat(forecast.longest()).isZero();
        assertThat(forecast.retention())
                .hasValueSatisfying(
                        retention -> assertThat(retention.isEnough()).isTrue());
    }

    @Test
    void takesSecondsForATinyTable() {
        Forecast forecast = assumed(table("orders", 16_384, 0));

        assertThat(stage(forecast, "DUMP", "").shortest()).isPositive();
        assertThat(stage(forecast, "LOAD", "data").longest()).isLessThan(Duration.ofSeconds(5));
        assertThat(stage(forecast, "LOAD", "secondary indexes").longest()).isZero();
    }

    @Test
    void takesWhatWasMeasuredInTheLab() {
        // 8 tables of 200,000 rows with two secondary indexes each: dump 2.3 s, load 11 to 35 s on 2 cores
        TableSize[] tables =
                Collections.nCopies(8, table("t", 38_000_000, 20_000_000)).toArray(TableSize[]::new);
        Forecast forecast = assumed(tables);
        Duration load = stage(forecast, "LOAD", "data")
                .shortest()
                .plus(stage(forecast, "LOAD", "secondary indexes").shortest());

        assertThat(Duration.ofMillis(2300))
                .isBetween(
                        stage(forecast, "DUMP", "").shortest(),
                        stage(forecast, "DUMP", "").longest());
        assertThat(load).isLessThan(Duration.ofSeconds(11));
        assertThat(stage(forecast, "LOAD", "data").longest()).isGreaterThan(Duration.ofSeconds(35));
    }

    @Test
    void doesNotOverflowOnExabytes() {
        Forecast forecast =
                assumed(table("a", Long.MAX_VALUE, Long.MAX_VALUE), table("b", Long.MAX_VALUE, Long.MAX_VALUE));

        assertThat(stage(forecast, "LOAD", "data").longest()).isEqualTo(Forecast.ENDLESS);
        assertThat(forecast.longest()).isPositive();
        assertThat(forecast.stages())
                .allSatisfy(time -> assertThat(time.shortest().isNegative()).isFalse());
    }

    @Test
    void oneTableKeepsOneThreadAtWork() {
        Forecast one = assumed(table("a", 4 * GIGABYTE, 0));
        Forecast four = assumed(
                table("a", GIGABYTE, 0), table("b", GIGABYTE, 0), table("c", GIGABYTE, 0), table("d", GIGABYTE, 0));

        assertThat(stage(one, "DUMP", "").shortest())
                .isGreaterThan(stage(four, "DUMP", "").shortest().multipliedBy(3));
    }

    @Test
    void catchesUpByWhatTheTargetGainsOnTheSource() {
        List<TableSize> tables = List.of(table("orders", 100 * GIGABYTE, 0));
        Rates rates = Rates.assumed(tables, THREADS);
        Duration before = new Forecaster(rates, COURSE)
                .forecast(tables, Optional.empty()).stages().stream()
                        .limit(3)
                        .map(StageTime::longest)
                        .reduce(Duration.ZERO, Duration::plus);

        StageTime catchUp = stage(
                new Forecaster(rates.writing(new Rate(2e6, 2e6, "measured")), COURSE)
                        .forecast(tables, Optional.empty()),
                "CATCH_UP",
                "");

        // 2 MB/s written, 4 MB/s applied at the slowest: as long as the dump and the load took
        assertThat(catchUp.longest()).isBetween(before, before.plusMinutes(1));
        assertThat(catchUp.basis()).contains("measured", "assumed 4 to 30 MB/s");
    }

    @Test
    void neverCatchesUpWithASourceThatWritesFaster() {
        List<TableSize> tables = List.of(table("orders", GIGABYTE, 0));
        Rates rates = Rates.assumed(tables, THREADS).writing(new Rate(50e6, 60e6, "measured"));

        Forecast forecast = new Forecaster(rates, COURSE)
                .forecast(tables, Optional.of(new Kept(Duration.ofDays(1), "binlog_expire_logs_seconds = 86400")));

        assertThat(stage(forecast, "CATCH_UP", "").shortest()).isEqualTo(Forecast.ENDLESS);
        assertThat(forecast.retention())
                .hasValueSatisfying(retention -> assertThat(retention.needed()).isLessThan(Duration.ofDays(1)));
    }

    @Test
    void comparesTheRetentionWithTheLongestWayToReplication() {
        List<TableSize> tables = List.of(table("orders", 1000 * GIGABYTE, 0));

        Forecast forecast = new Forecaster(Rates.assumed(tables, THREADS), COURSE)
                .forecast(tables, Optional.of(new Kept(Duration.ofHours(1), "expire_logs_days = 1")));

        assertThat(forecast.retention()).hasValueSatisfying(retention -> {
            assertThat(retention.isEnough()).isFalse();
            assertThat(retention.basis()).contains("expire_logs_days = 1");
        });
    }

    @Test
    void leavesOutAComparisonThatThePlanDoesNotWant() {
        List<TableSize> tables = List.of(table("orders", GIGABYTE, 0));
        Course course = new Course(false, Duration.ZERO, Duration.ofSeconds(1));

        assertThat(new Forecaster(Rates.assumed(tables, THREADS), course)
                        .forecast(tables, Optional.empty())
                        .stages())
                .extracting(StageTime::stage)
                .doesNotContain("VERIFY");
    }
}
