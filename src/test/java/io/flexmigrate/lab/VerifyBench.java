package io.flexmigrate.lab;

import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Measures {@code migrate verify} against what else compares tables; {@code scripts/bench/verify} runs it. */
final class VerifyBench {

    private static final String DATABASE = "bench";
    private static final String PASSWORD = "lab-Bench-1";
    private static final int SMALL_TABLES = 8;

    /** Every row as sysbench makes it; the numbers are hashed, so that both sides make the same. */
    private static final String ROWS = """
            INSERT INTO bench.%1$s SELECT n, CRC32(n + %2$d) %% %3$d,
            CONCAT_WS('-', SHA2(n + %2$d, 224), SHA2(n * 3 + %2$d, 224), '0123456'), SHA2(n * 7 + %2$d, 224)
            FROM bench.seed WHERE n <= %3$d""";

    private final LabServer source;
    private final LabServer target;
    private final Path directory;
    private final List<String> tables = new ArrayList<>();

    private VerifyBench(LabServer source, LabServer target, Path directory) {
        this.source = source;
        this.target = target;
        this.directory = directory;
    }

    /**
     * Measures.
     *
     * @param arguments version of the source, rows of each of eight tables, rows of one more, rounds
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("migrate-bench-");
        try (LabServer source = Lab.start(LabVersion.valueOf(arguments[0]), "--innodb-flush-log-at-trx-commit=0");
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            VerifyBench bench = new VerifyBench(source, target, directory);
            bench.fill(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            bench.measure(Integer.parseInt(arguments[3]));
        } finally {
            Directories.delete(directory);
        }
    }

    private void fill(int small, int big) {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE USER migrate@'%' IDENTIFIED WITH mysql_native_password BY '" + PASSWORD + "'",
                "GRANT ALL ON *.* TO migrate@'%'",
                "SET SESSION sql_log_bin = 0, SESSION sql_mode = ''",
                "CREATE DATABASE " + DATABASE + " CHARACTER SET latin1",
                "CREATE TABLE bench.seed (n INT NOT NULL PRIMARY KEY)",
                "INSERT INTO bench.seed SELECT @n := @n + 1 FROM information_schema.COLLATIONS a,"
                        + " information_schema.COLLATIONS b, information_schema.COLLATIONS c, (SELECT @n := 0) zero LIMIT "
                        + Math.max(small, big)));
        for (int i = 0; i <= SMALL_TABLES; i++) {
            String name = "sbtest" + (i + 1);
            tables.add(DATABASE + "." + name);
            statements.add("CREATE TABLE bench." + name + " (id INT NOT NULL PRIMARY KEY, k INT NOT NULL DEFAULT 0,"
                    + " c CHAR(120) NOT NULL DEFAULT '', pad CHAR(60) NOT NULL DEFAULT '', KEY k_1 (k))");
            statements.add(ROWS.formatted(name, i, i < SMALL_TABLES ? small : big));
        }
        statements.add("DROP TABLE bench.seed");
        Stream.of(source, target).parallel().forEach(server -> server.execute(statements));
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        Files.writeString(directory.resolve("plan.yaml"), plan());
        Rounds verify = new Rounds("migrate verify");
        Rounds checksums = new Rounds("CHECKSUM TABLE on both, one after the other");
        Rounds percona = new Rounds("pt-table-checksum, its half on the source alone");
        boolean hasPercona = Files.isExecutable(Path.of("/usr/bin/pt-table-checksum"));
        for (int round = 1; round <= rounds; round++) {
            checksums.add(checksums());
            verify.add(verify(round));
            if (hasPercona) {
                percona.add(percona(round));
            }
        }
        System.out.println(verify + "\n" + checksums + "\n" + verify.comparedWith(checksums));
        System.out.println(
                hasPercona ? percona + "\n" + verify.comparedWith(percona) : "pt-table-checksum is not installed");
    }

    private Duration checksums() {
        long began = System.nanoTime();
        for (LabServer server : List.of(source, target)) {
            server.execute("CHECKSUM TABLE " + String.join(", ", tables));
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private Duration verify(int round) throws IOException, InterruptedException {
        Path work = directory.resolve("work" + round);
        try (Session onSource = source.root().open();
                Session onTarget = target.root().open()) {
            long bytesBefore = counter(onSource, "Bytes_sent") + counter(onTarget, "Bytes_sent");
            long before = counter(onSource, "Com_select") + counter(onTarget, "Com_select");
            Duration time = timed(
                    "verify" + round,
                    List.of(
                            "scripts/migrate",
                            "verify",
                            directory.resolve("plan.yaml").toString(),
                            "--work-dir",
                            work.toString(),
                            "--tables",
                            DATABASE + ".*"));
            long bytes = counter(onSource, "Bytes_sent") + counter(onTarget, "Bytes_sent") - bytesBefore;
            long statements = counter(onSource, "Com_select") + counter(onTarget, "Com_select") - before;
            System.out.println("round " + round + ": " + bytes + " bytes of answers to " + statements
                    + " SELECTs, three for a chunk, those at the beginning included");
            return time;
        }
    }

    private static long counter(Session session, String name) {
        return session.query(Sql.of("counting", "SHOW GLOBAL STATUS LIKE '" + name + "'"))
                .get(0)
                .number("Value");
    }

    private Duration percona(int round) throws IOException, InterruptedException {
        return timed(
                "percona" + round,
                List.of(
                        "pt-table-checksum",
                        "--no-check-replication-filters",
                        "--no-check-binlog-format",
                        "--recursion-method=none",
                        "--quiet",
                        "--databases=" + DATABASE,
                        "h=" + source.host() + ",P=" + source.port() + ",u=migrate,F="
                                + Files.writeString(
                                        directory.resolve("client.cnf"), "[client]\npassword=" + PASSWORD + "\n")));
    }

    private Duration timed(String name, List<String> command) throws IOException, InterruptedException {
        Path output = directory.resolve(name);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("BENCH_PASSWORD", PASSWORD);
        builder.environment().put("TARGET_PASSWORD", FlexibleServerEmulation.ADMIN_PASSWORD.value());
        long began = System.nanoTime();
        int exit = builder.start().waitFor();
        Duration time = Duration.ofNanos(System.nanoTime() - began);
        if (exit != 0) {
            throw new IllegalStateException(command.get(0) + " ended with " + exit + ": " + Directories.read(output));
        }
        return time;
    }

    private String plan() {
        return """
                version: 1
                name: bench
                source:
                  host: %1$s
                  port: %2$d
                  user: migrate
                  password: { env: BENCH_PASSWORD }
                  tls: { mode: %3$s }
                  replication: { host: %1$s, port: %2$d, user: migrate, password: { env: BENCH_PASSWORD } }
                target:
                  kind: flexible-server
                  host: %4$s
                  port: %5$d
                  user: %6$s
                  password: { env: TARGET_PASSWORD }
                  tls: { mode: required }
                scope: { databases: [bench] }
                accounts: { copy: false }
                verify: { mode: full, threads: 2 }
                cutover: { way_back: none, approval: manual, budget: 10s }
                """.formatted(
                        source.host(),
                        source.port(),
                        source.version().speaksTls() ? "required" : "disabled",
                        target.host(),
                        target.port(),
                        FlexibleServerEmulation.ADMIN);
    }
}
