package io.flexmigrate.lab;

import io.flexmigrate.mysql.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Measures {@code migrate plan} on a source with many tables; {@code scripts/bench/assessment} runs it. */
final class AssessmentBench {

    private static final String PASSWORD = "lab-Bench-1";

    /** Runs its arguments, and ends its output with the processor time they took: on a busy machine the honest number. */
    private static final String CPU_TIME = "TIMEFORMAT='processor time %U s and in the kernel %S s'; time \"$@\"";

    private AssessmentBench() {}

    /**
     * Measures.
     *
     * @param arguments number of tables, number of runs, version of the source such as MYSQL_8_0
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int tables = Integer.parseInt(arguments[0]);
        int runs = Integer.parseInt(arguments[1]);
        LabVersion version = LabVersion.valueOf(arguments[2]);
        CompletableFuture<LabServer> emulation =
                CompletableFuture.supplyAsync(() -> FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE));
        // because the making of the tables is not what is measured, and need not survive a crash
        try (LabServer source = Lab.start(
                        version,
                        "--innodb-flush-log-at-trx-commit=0",
                        "--innodb-flush-method=nosync",
                        "--sync-binlog=0",
                        "--skip-innodb-doublewrite");
                LabServer target = emulation.join()) {
            System.out.println("Making " + tables + " tables on MySQL " + version.number() + " ...");
            source.execute(accounts(version));
            new ManyTables(tables).create(source);
            measure(source, target, runs);
        }
    }

    private static List<String> accounts(LabVersion version) {
        String more = version.number().isAtLeast(8, 0, 0)
                ? ", SYSTEM_VARIABLES_ADMIN, CONNECTION_ADMIN, XA_RECOVER_ADMIN"
                : ", SUPER";
        return List.of(
                "CREATE USER migrate@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD + "'",
                "GRANT SELECT, RELOAD, PROCESS, REPLICATION CLIENT, REPLICATION SLAVE, SHOW VIEW, TRIGGER, EVENT" + more
                        + " ON *.* TO migrate@'%'",
                "CREATE USER repl@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD + "'",
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'");
    }

    private static void measure(LabServer source, LabServer target, int runs) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("migrate-bench-");
        Path plan = Files.writeString(directory.resolve("plan.yaml"), plan(source, target));
        List<Duration> times = new ArrayList<>();
        try (Session onSource = source.root().open();
                Session onTarget = target.root().open()) {
            ServerCounters sourceCounters = new ServerCounters(onSource);
            ServerCounters targetCounters = new ServerCounters(onTarget);
            for (int run = 1; run <= runs; run++) {
                sourceCounters.reset();
                targetCounters.reset();
                String statistics = sourceCounters.statistics();
                Map<String, Long> sourceBefore = sourceCounters.read();
                Map<String, Long> targetBefore = targetCounters.read();
                Duration time = run(plan, directory);
                times.add(time);
                System.out.println("run " + run + ": " + time.toMillis() + " ms; "
                        + lastLine(Directories.read(output(directory))));
                System.out.println("  source " + ServerCounters.between(sourceBefore, sourceCounters.read())
                        + (sourceCounters.statistics().equals(statistics)
                                ? ", no statistics of InnoDB made anew"
                                : ", STATISTICS OF INNODB MADE ANEW"));
                System.out.println("  target " + ServerCounters.between(targetBefore, targetCounters.read()));
            }
        }
        Collections.sort(times);
        System.out.println("median " + times.get(times.size() / 2).toMillis() + " ms, from "
                + times.get(0).toMillis() + " to " + times.get(times.size() - 1).toMillis() + " ms; output of "
                + Files.size(output(directory)) + " bytes");
        Directories.delete(directory);
    }

    private static Duration run(Path plan, Path directory) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "-c", CPU_TIME, "bash", "scripts/migrate", "plan", plan.toString())
                .redirectErrorStream(true)
                .redirectOutput(output(directory).toFile());
        builder.environment().put("BENCH_PASSWORD", PASSWORD);
        builder.environment().put("TARGET_PASSWORD", FlexibleServerEmulation.ADMIN_PASSWORD.value());
        long began = System.nanoTime();
        int exit = builder.start().waitFor();
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        if (exit != 0) {
            throw new IllegalStateException("it ended with " + exit + ": " + Directories.read(output(directory)));
        }
        return time;
    }

    private static String lastLine(String text) {
        return text.strip().substring(text.strip().lastIndexOf('\n') + 1);
    }

    private static Path output(Path directory) {
        return directory.resolve("output");
    }

    private static String plan(LabServer source, LabServer target) {
        return """
                version: 1
                name: bench
                source:
                  host: %s
                  port: %d
                  user: migrate
                  password: { env: BENCH_PASSWORD }
                  tls: { mode: %s }
                  replication: { host: %s, port: %d, user: repl, password: { env: BENCH_PASSWORD } }
                target:
                  kind: flexible-server
                  host: %s
                  port: %d
                  user: %s
                  password: { env: TARGET_PASSWORD }
                  tls: { mode: required }
                cutover: { way_back: none, approval: automatic, budget: 10s }
                """.formatted(
                        source.host(),
                        source.port(),
                        source.version().speaksTls() ? "required" : "disabled",
                        source.host(),
                        source.port(),
                        target.host(),
                        target.port(),
                        FlexibleServerEmulation.ADMIN);
    }
}
