package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** {@code migrate watch} beside a source that is restarted or crashes every minute under writes; {@code scripts/soak} runs it. */
final class Soak {

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** A replica that was turned away tries again after 60 s, unless told otherwise: MASTER_CONNECT_RETRY. */
    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static final int RATE = 60;

    /** How much larger it may be in the last third than in the first: in the first minutes a JVM still fills its heap. */
    private static final double GROWTH = 1.15;

    /**
     * What was measured after one restart.
     *
     * @param recovery from the source's answer until the target had applied all that it had then
     * @param memory resident, of the watching process, in kB
     * @param files that it has open
     */
    private record Sample(int number, String what, Duration recovery, long memory, long files) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "%3d  %-8s lag recovered after %6d ms  memory %7d kB  files %4d",
                    number,
                    what,
                    recovery.toMillis(),
                    memory,
                    files);
        }
    }

    private Soak() {}

    /**
     * Soaks.
     *
     * @param arguments minutes
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("soak-");
        try (Scenario scenario = Scenario.begin(LabVersion.MYSQL_8_0, directory)) {
            Scenario.BANK.create(scenario.source.root());
            Path plan = scenario.plan("approval: manual\nbudget: 10s", "watch: { interval: 1s, max_lag: 5s }");
            ends(scenario, "run", plan);
            List<Sample> samples = new ArrayList<>();
            try (Traffic traffic = scenario.traffic(RATE)) {
                try (Program watch = scenario.migrate("watch", plan)) {
                    Stopwatch since = SystemClock.stopwatch();
                    for (int number = 1; number <= rounds; number++) {
                        Thread.sleep(Math.max(0, EVERY.minus(since.elapsed()).toMillis()));
                        since = SystemClock.stopwatch();
                        samples.add(disturbed(scenario, watch, number));
                        System.out.println(samples.get(number - 1).line());
                    }
                    watch.signal("INT");
                    watch.endsWith(130);
                }
                ends(scenario, "cutover", plan);
                requireExact(scenario, traffic.stop());
            }
            requireFlat(samples);
        }
    }

    private static void ends(Scenario scenario, String verb, Path plan) throws InterruptedException {
        try (Program migrate = scenario.migrate(verb, plan)) {
            migrate.endsWith(0);
        }
    }

    private static Sample disturbed(Scenario scenario, Program watch, int number) throws IOException {
        boolean crashes = number % 2 == 0;
        if (crashes) {
            scenario.source.kill();
        } else {
            scenario.source.stop();
        }
        scenario.source.start();
        long began = System.nanoTime();
        BinlogCoordinates end = Replication.endOf(scenario.source);
        await().atMost(RECOVERY)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Replication.of(scenario.target).hasApplied(end));
        Duration recovery = Duration.ofNanos(System.nanoTime() - began);
        assertThat(watch.isAlive()).as(watch.output()).isTrue();
        return new Sample(number, crashes ? "kill -9" : "restart", recovery, memory(watch), files(watch));
    }

    private static long memory(Program program) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + program.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }

    private static long files(Program program) throws IOException {
        try (var files = Files.list(Path.of("/proc/" + program.pid() + "/fd"))) {
            return files.count();
        }
    }

    private static void requireExact(Scenario scenario, TrafficReport report) {
        System.out.println(report);
        assertThat(report.missingOn(scenario.target.root())).isEmpty();
        assertThat(report.strangersOn(scenario.target.root())).isEmpty();
    }

    /** The last third against the first, in the median. */
    private static void requireFlat(List<Sample> samples) {
        int third = Math.max(1, samples.size() / 3);
        List<Sample> first = samples.subList(0, third);
        List<Sample> last = samples.subList(samples.size() - third, samples.size());
        double memory = (double) median(last.stream().map(Sample::memory).toList())
                / median(first.stream().map(Sample::memory).toList());
        long files = median(last.stream().map(Sample::files).toList())
                - median(first.stream().map(Sample::files).toList());
        System.out.printf(Locale.ROOT, "last third against the first: memory x %.2f, open files %+d%n", memory, files);
        assertThat(memory).isLessThanOrEqualTo(GROWTH);
        assertThat(files).isLessThanOrEqualTo(2);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
    }
}
