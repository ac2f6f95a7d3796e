package io.flexmigrate.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a careful person types: {@code mydumper && myloader}, or one piped into the other. */
final class ByHand implements Contender {

    private static final String IN_TURN = """
            "$MYDUMPER" $DUMP_OPTIONS -o "$DIRECTORY/dump" < /dev/null && date +%s%N > "$DIRECTORY/dumped" \
              && "$MYLOADER" $LOAD_OPTIONS -d "$DIRECTORY/dump" < /dev/null
            """;

    private static final String PIPED = """
            set -o pipefail
            "$MYDUMPER" $DUMP_OPTIONS --stream -o "$DIRECTORY/dump" < /dev/null \
              | "$MYLOADER" $LOAD_OPTIONS --stream -d "$DIRECTORY/loaded"
            """;

    private final BenchPair pair;
    private final ToolPair tools;
    private final int threads;
    private final boolean piped;

    ByHand(BenchPair pair, ToolPair tools, int threads, boolean piped) {
        this.pair = pair;
        this.tools = tools;
        this.threads = threads;
        this.piped = piped;
    }

    @Override
    public String name() {
        return "tools " + tools.version() + (piped ? " piped" : " by hand");
    }

    @Override
    public Round run() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("migrate-bench-");
        pair.target.execute("CREATE DATABASE " + BenchPair.DATABASE);
        Path output = directory.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                        "timeout", "-s", "KILL", "1800", "bash", "-c", piped ? PIPED : IN_TURN)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MYDUMPER", tools.mydumper());
        builder.environment().put("MYLOADER", tools.myloader());
        builder.environment().put("DIRECTORY", directory.toString());
        builder.environment().put("DUMP_OPTIONS", String.join(" ", dumpOptions(directory)));
        builder.environment().put("LOAD_OPTIONS", String.join(" ", loadOptions(directory)));
        double processorTime = pair.processorTime();
        long beganAt = System.currentTimeMillis();
        long began = System.nanoTime();
        int exit = builder.start().waitFor();
        Duration all = Duration.ofNanos(System.nanoTime() - began);
        if (exit != 0) {
            throw new IllegalStateException(name() + " ended with " + exit + ": " + Directories.read(output));
        }
        Duration dump = piped ? all : Duration.ofMillis(dumpedAt(directory) - beganAt);
        Directories.delete(directory);
        return new Round(
                dump,
                all.minus(dump),
                "servers %.1f s of processor time".formatted(pair.processorTime() - processorTime));
    }

    private static long dumpedAt(Path directory) {
        return Long.parseLong(Directories.read(directory.resolve("dumped")).strip()) / 1_000_000;
    }

    private List<String> dumpOptions(Path directory) throws IOException {
        // because 0.10 waits for ever on 8.0 sources without it
        Path login = login(directory, "source", "migrate", BenchPair.PASSWORD, """
                init-command="SET SESSION information_schema_stats_expiry=0"
                """);
        List<String> options = connection(login, pair.source);
        options.addAll(List.of("-B", BenchPair.DATABASE, "--trx-consistency-only", "-v", "1"));
        if (tools.version().isAtLeast(0, 18, 0)) {
            options.remove("--trx-consistency-only");
        }
        return options;
    }

    private List<String> loadOptions(Path directory) throws IOException {
        Path login = login(
                directory, "target", FlexibleServerEmulation.ADMIN, FlexibleServerEmulation.ADMIN_PASSWORD.value(), "");
        List<String> options = connection(login, pair.target);
        options.addAll(tools.withBinlog());
        options.addAll(List.of("-v", "1"));
        return options;
    }

    private List<String> connection(Path login, LabServer server) {
        List<String> options = new ArrayList<>(
                List.of("--defaults-file=" + login, "-h", server.host(), "-P", "" + server.port(), "-t", "" + threads));
        options.addAll(tools.tls());
        return options;
    }

    private static Path login(Path directory, String name, String user, String password, String more)
            throws IOException {
        Path file = Files.createFile(
                directory.resolve(name + ".cnf"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, "[client]\nuser=" + user + "\npassword=\"" + password + "\"\n" + more);
    }
}
