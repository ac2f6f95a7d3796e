package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Looks again and again, while the program runs, at all the places where others would see a secret. */
final class LeakWatch implements AutoCloseable {

    private static final String PROGRAM = "io.flexmigrate.cli.Main";
    private static final Sql STATEMENTS = Sql.of(
            "looking at statements",
            "SELECT INFO AS info FROM information_schema.PROCESSLIST WHERE INFO IS NOT NULL AND ID <> CONNECTION_ID()");

    /** Where MySQL itself wants the password in a statement: the link's. */
    private static final List<String> TRANSIT =
            List.of("az_replication_change_master", "CHANGE MASTER TO", "CHANGE REPLICATION SOURCE TO");

    private final Scenario scenario;
    private final List<String> secrets;
    private final Set<String> leaks = new ConcurrentSkipListSet<>();
    private final Set<String> children = new ConcurrentSkipListSet<>();
    private final Thread thread = new Thread(this::watch, "leak-watch");
    private volatile boolean isOver;
    private final AtomicLong looks = new AtomicLong();

    private LeakWatch(Scenario scenario, List<String> secrets) {
        this.scenario = scenario;
        this.secrets = List.copyOf(secrets);
    }

    static LeakWatch start(Scenario scenario, List<String> secrets) {
        LeakWatch watch = new LeakWatch(scenario, secrets);
        watch.thread.start();
        return watch;
    }

    /** Each place where one was seen. */
    Set<String> leaks() {
        return Set.copyOf(leaks);
    }

    /** The programs that the program ran. */
    Set<String> children() {
        return Set.copyOf(children);
    }

    /** How often it was looked everywhere. */
    long looks() {
        return looks.get();
    }

    private void watch() {
        try {
            while (!isOver) {
                ProcessHandle.current().children().forEach(this::lookAtProgram);
                lookAtFiles();
                lookAtStatements("source", scenario.source);
                lookAtStatements("target", scenario.target);
                looks.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its environment is the one place of its secrets that the plan names; no child has it. */
    private void lookAtProgram(ProcessHandle process) {
        String arguments = read(Path.of("/proc/" + process.pid() + "/cmdline"));
        if (!arguments.contains(PROGRAM)) {
            return;
        }
        require("arguments of the program", arguments);
        process.descendants().forEach(child -> {
            String line = read(Path.of("/proc/" + child.pid() + "/cmdline"));
            String name = Path.of(line.replaceFirst("\0.*", "")).getFileName().toString();
            require("arguments of " + name, line);
            require("environment of " + name, read(Path.of("/proc/" + child.pid() + "/environ")));
            children.add(name);
        });
    }

    private void lookAtFiles() {
        if (!Files.isDirectory(scenario.workDirectory())) {
            return;
        }
        try (Stream<Path> files = Files.walk(scenario.workDirectory())) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".sql"))
                    .filter(file -> !isOurs(file))
                    .forEach(file -> require("file " + scenario.workDirectory().relativize(file), read(file)));
        } catch (IOException | java.io.UncheckedIOException gone) {
            // because files come and go while the program runs
        }
    }

    /** The file by which a tool is told how to log in lies where nobody else may look, and goes with the tool. */
    private boolean isOurs(Path file) {
        try {
            return file.startsWith(scenario.workDirectory().resolve("tmp"))
                    && PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                            .equals("rw-------");
        } catch (IOException gone) {
            return true;
        }
    }

    private void lookAtStatements(String place, LabServer server) {
        server.root().query(STATEMENTS).stream()
                .map(row -> row.text("info"))
                .filter(statement -> TRANSIT.stream().noneMatch(statement::contains))
                .forEach(statement -> require("statement on the " + place, statement));
    }

    private void require(String place, String text) {
        secrets.stream().filter(text::contains).forEach(secret -> leaks.add(place + " holds " + secret));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }

    @Override
    public void close() throws InterruptedException {
        isOver = true;
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }
}
