package io.flexmigrate.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program, from the start of its DUMP to the end of its LOAD; what comes after is cut off. */
final class ByMigrate implements Contender {

    /** A collection in the log of the virtual machine: used before, after and size. */
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    private final BenchPair pair;
    private final ToolPair tools;
    private final int threads;

    ByMigrate(BenchPair pair, ToolPair tools, int threads) {
        this.pair = pair;
        this.tools = tools;
        this.threads = threads;
    }

    @Override
    public String name() {
        return "migrate with " + tools.version();
    }

    @Override
    public Round run() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("migrate-bench-");
        Process process = start(directory);
        try {
            return observed(process, directory);
        } catch (IllegalStateException failure) {
            throw new IllegalStateException(
                    failure.getMessage() + "; " + name() + " said: " + Directories.read(output(directory)), failure);
        } finally {
            process.destroyForcibly().waitFor();
            Directories.delete(directory);
        }
    }

    private Round observed(Process process, Path directory) throws IOException, InterruptedException {
        JournalTail journal = new JournalTail(directory.resolve("work/journal.jsonl"));
        Instant assessing = journal.await("Started", "ASSESS", process::isAlive);
        Instant assessed = journal.await("Confirmed", "ASSESS", process::isAlive);
        Instant dumping = journal.await("Started", "DUMP", process::isAlive);
        ProcessorTime before = ProcessorTime.of(process.pid());
        double serversBefore = pair.processorTime();
        Instant dumped = journal.await("Confirmed", "DUMP", process::isAlive);
        Instant loaded = journal.await("Confirmed", "LOAD", process::isAlive);
        ProcessorTime used = ProcessorTime.of(process.pid()).minus(before);
        double servers = pair.processorTime() - serversBefore;
        long memory = ProcessorTime.peakMemory(process.pid());
        String notes =
                "assessed in %s; processor time: program %.1f s of %.1f s = %.1f %%; memory at most %d MB, heap %s"
                        .formatted(
                                Round.seconds(Duration.between(assessing, assessed)),
                                used.own(),
                                used.total() + servers,
                                100 * used.own() / (used.total() + servers),
                                memory,
                                heap(directory)
                                        .map(most -> "at most " + most + " MB")
                                        .orElse("never collected"));
        return new Round(Duration.between(dumping, dumped), Duration.between(dumped, loaded), notes);
    }

    private Process start(Path directory) throws IOException {
        Path plan = Files.writeString(directory.resolve("plan.yaml"), plan());
        ProcessBuilder builder = new ProcessBuilder(
                        "scripts/migrate",
                        "run",
                        plan.toString(),
                        "--work-dir",
                        directory.resolve("work").toString())
                .redirectErrorStream(true)
                .redirectOutput(output(directory).toFile());
        builder.environment().put("BENCH_PASSWORD", BenchPair.PASSWORD);
        builder.environment().put("TARGET_PASSWORD", FlexibleServerEmulation.ADMIN_PASSWORD.value());
        builder.environment().put("MIGRATE_JAVA_OPTIONS", "-Xlog:gc:file=" + directory.resolve("collections"));
        builder.environment().put("MIGRATE_MYDUMPER", tools.mydumper());
        builder.environment().put("MIGRATE_MYLOADER", tools.myloader());
        return builder.start();
    }

    private static Optional<Integer> heap(Path directory) {
        Matcher matcher = COLLECTION.matcher(Directories.read(directory.resolve("collections")));
        return matcher.results().map(result -> Integer.valueOf(result.group(1))).max(Integer::compare);
    }

    private static Path output(Path directory) {
        return directory.resolve("output");
    }

    private String plan() {
        return """
                version: 1
                name: bench
                source:
                  host: %s
                  port: %d
                  user: migrate
                  password: { env: BENCH_PASSWORD }
                  tls: { mode: required }
                  replication: { host: %s, port: %d, user: repl, password: { env: BENCH_PASSWORD } }
                target:
                  kind: flexible-server
                  host: %s
                  port: %d
                  user: %s
                  password: { env: TARGET_PASSWORD }
                  tls: { mode: required }
                scope: { databases: [%s] }
                accounts: { copy: false }
                dump: { threads: %d }
                load: { threads: %d }
                cutover: { way_back: none, approval: manual, budget: 10s }
                """.formatted(
                        pair.source.host(),
                        pair.source.port(),
                        pair.source.host(),
                        pair.source.port(),
                        pair.target.host(),
                        pair.target.port(),
                        FlexibleServerEmulation.ADMIN,
                        BenchPair.DATABASE,
                        threads,
                        threads);
    }
}
