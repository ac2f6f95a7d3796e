package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everything dies once at a random moment of DUMP and of LOAD under live writes; {@code scripts/chaos-dump-load} does it ten
 * times, {@code -Dchaos.seed}, {@code -Dchaos.moments} and {@code -Dchaos.rows} change it.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets what is not set here
class DumpLoadFaultsIT {

    private static final long SEED =
            Long.getLong("chaos.seed", ThreadLocalRandom.current().nextInt(1_000_000));
    private static final int MOMENTS = Integer.getInteger("chaos.moments", 1);
    private static final int ROWS = Integer.getInteger("chaos.rows", 120_000);
    private static final int TRIES = 6;
    private static final int TRANSACTIONS_PER_SECOND = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Scenario servers;
    private static Lifetimes lifetimes;

    @BeforeAll
    static void measure(@TempDir Path directory) throws InterruptedException {
        servers = Scenario.begin(LabVersion.MYSQL_8_0, directory);
        FaultData.create(servers.source, ROWS);
        try (Traffic traffic = servers.traffic(TRANSACTIONS_PER_SECOND);
                Program migrate = servers.migrate("run", plan(servers))) {
            lifetimes = Lifetimes.of(servers, migrate);
            migrate.endsWith(0);
            assertEqual(servers, traffic);
        }
        System.out.println("lifetimes measured: " + lifetimes);
    }

    @AfterAll
    static void close() {
        servers.close();
    }

    static List<Fault> faults() {
        return Fault.random(SEED, MOMENTS);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void resumesToEqualData(Fault fault, @TempDir Path directory) throws InterruptedException, IOException {
        Fault next = fault;
        for (int i = 0; i < TRIES; i++) {
            FaultData.remove(servers.target);
            Scenario scenario = servers.in(Files.createDirectory(directory.resolve("try-" + i)));
            if (hits(next, scenario)) {
                return;
            }
            next = next.sooner();
        }
        throw new AssertionError(fault + " was missed " + TRIES + " times");
    }

    private static boolean hits(Fault fault, Scenario scenario) throws InterruptedException {
        Path plan = plan(scenario);
        // so that every transfer is one of this traffic
        scenario.source.execute("DELETE FROM bank.transfer");
        try (Traffic traffic = scenario.traffic(TRANSACTIONS_PER_SECOND);
                Program migrate = scenario.migrate("run", plan)) {
            Lifetimes.awaitStart(fault.stage(), scenario, migrate);
            TimeUnit.MILLISECONDS.sleep(fault.within(lifetimes.of(fault)).toMillis());
            List<ProcessHandle> children = migrate.descendants();
            if (!struck(fault, scenario, migrate)) {
                end(migrate);
                return false;
            }
            System.out.println(fault);
            new Recovery(scenario, plan).after(migrate);
            awaitEnd(children);
            assertEqual(scenario, traffic);
            Leftovers.assertNone(scenario);
            return true;
        }
    }

    /** Waits for a tool that rests between two batches; a kill after the stage is none of the stage. */
    private static boolean struck(Fault fault, Scenario scenario, Program migrate) throws InterruptedException {
        while (migrate.isAlive() && !scenario.journalHas(Lifetimes.event("Confirmed", fault.stage()))) {
            if (fault.victim().strike(scenario, migrate)) {
                return true;
            }
        }
        return false;
    }

    /** With its tools, which would write to what is taken away for the next try. */
    private static void end(Program migrate) throws InterruptedException {
        List<ProcessHandle> children = migrate.descendants();
        migrate.kill();
        awaitEnd(children);
    }

    private static void awaitEnd(List<ProcessHandle> children) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }

    private static Path plan(Scenario scenario) {
        return scenario.plan(
                "approval: manual\nbudget: 10s",
                "scope: { databases: [bank, shop] }",
                "dump: { threads: 2 }",
                "load: { threads: 2 }");
    }

    private static void assertEqual(Scenario scenario, Traffic traffic) {
        TrafficReport report = traffic.stop();
        assertThat(report.acknowledged()).hasSizeGreaterThan(100);
        assertThat(report.missingOn(scenario.source.root())).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(FaultData.checksums(scenario.target))
                        .containsExactlyElementsOf(FaultData.checksums(scenario.source)));
        assertThat(report.missingOn(scenario.target.root())).isEmpty();
        assertThat(report.strangersOn(scenario.target.root())).isEmpty();
        assertThat(Scenario.BANK.total(scenario.target.root())).isEqualTo(TrafficTables.TOTAL);
        assertThat(FaultData.keylessRows(scenario.target)).isEqualTo(ROWS / 2);
        assertThat(SchemaListing.of(scenario.target)).containsExactlyElementsOf(SchemaListing.of(scenario.source));
    }
}
