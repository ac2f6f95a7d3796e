package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.MySqlServer;
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

    /** By which Java starts a program: for an instant it is our own process under another name. */
    private static final String LAUNCHER = "jspawnhelper";

    private static final Sql STATEMENTS = Sql.of(
            "looking at statements",
            "SELECT INFO AS info FROM information_schema.PROCESSLIST WHERE INFO IS NOT NULL AND ID <> CONNECTION_ID()");

    /** Where MySQL itself wants the password in a statement: the link's. */
    private static final List<String> TRANSIT =
            List.of("az_replication_change_master", "CHANGE MASTER TO", "CHANGE REPLICATION SOURCE TO");

    private final Scenario scenario;
    private final MySqlServer source;
    private final MySqlServer target;
    private final List<String> secrets;
    private final Set<String> leaks = new ConcurrentSkipListSet<>();
    private final Set<String> children = new ConcurrentSkipListSet<>();
    private final Thread thread = new Thread(this::watch, "leak-watch");
    private volatile boolean isOver;
    private final AtomicLong looks = new AtomicLong();

    private LeakWatch(Scenario scenario, List<String> secrets) {
        this.scenario = scenario;
        this.source = watched(scenario.source);
        this.target = watched(scenario.target);
        this.secrets = List.copyOf(secrets);
    }

    static LeakWatch start(Scenario scenario, List<String> secrets) {
        LeakWatch watch = new LeakWatch(scenario, secrets);
        watch.thread.start();
        return watch;
    }

    /** By the one account that a flexible server's clients cannot be, so that no cut-over closes it out. */
    private static MySqlServer watched(LabServer server) {
        server.execute(
                "CREATE USER azure_superuser@'%' IDENTIFIED WITH mysql_native_password BY 'lab-watch'",
                "GRANT PROCESS ON *.* TO azure_superuser@'%'");
        return MySqlServer.connecting(server.settings("watched", "azure_superuser", new Secret("lab-watch")));
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
                // because a tool may live for less time than all the rest takes
                lookAtPrograms();
                lookAtFiles();
                lookAtPrograms();
                lookAtStatements("source", source);
                lookAtPrograms();
                lookAtStatements("target", target);
                looks.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(2);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException blind) {
            leaks.add("nobody looks any more: " + blind);
        }
    }

    private void lookAtPrograms() {
        ProcessHandle.current().children().forEach(this::lookAtProgram);
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
            String name = name(line);
            require("arguments of " + name, line);
            // because a program that is only about to be started is still a copy of ours, or has no name yet
            if (!line.isEmpty() && !name.equals(LAUNCHER) && !line.equals(arguments)) {
                require("environment of " + name, read(Path.of("/proc/" + child.pid() + "/environ")));
            }
            children.add(name);
        });
    }

    private static String name(String line) {
        int end = line.indexOf(0);
        String program = end < 0 ? line : line.substring(0, end);
        return program.substring(program.lastIndexOf('/') + 1);
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

    private void lookAtStatements(String place, MySqlServer server) {
        server.query(STATEMENTS).stream()
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
