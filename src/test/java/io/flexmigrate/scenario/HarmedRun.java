package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficSettings;
import io.flexmigrate.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A whole migration of two groups under writes that is harmed where the cells say, and resumed until it is done.
 *
 * @param cells the moment of each is looked for in every process, until it came
 */
record HarmedRun(List<CrashCell> cells) {

    private static final Duration DEAD_MAN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int RESUMES = 6;

    /** Of each bank. */
    private static final int CLIENTS = 2;

    /** Transactions a second of each bank: more would keep a small machine from anything else. */
    private static final int RATE = 10;

    /** What a run may end with that was harmed: it failed, gave the cut-over up, was interrupted or killed. */
    private static final List<Integer> HARMED = List.of(0, 1, 7, 130, 137);

    /** Servers that cannot be seen are refused by who assesses them. */
    private static final int REFUSED = 4;

    private static final String GROUPS = """
            approval: automatic
            budget: 10s
            dead_man_after: 5s
            groups:
              - { name: money, databases: [bank], accounts: ['teller@%'] }
              - { name: people, databases: [crm], accounts: ['clerk@%'] }""";

    /** The journal of the same migration that nobody harms: its lines are the moments. */
    static List<Event> unharmed(Path directory) throws IOException, InterruptedException {
        try (CrashPair pair = CrashPair.begin(directory)) {
            Path plan = plan(pair);
            try (Traffic money = traffic(pair.scenario().source, "teller", "bank");
                    Traffic people = traffic(pair.scenario().source, "clerk", "crm");
                    Program migrate = pair.scenario().migrate("run", plan)) {
                migrate.endsWith(0);
                SoundEnd.of(pair.scenario()).require(money.stop(), people.stop());
            }
            return FileJournal.read(new RunDirectory(pair.scenario().workDirectory()))
                    .events();
        }
    }

    /**
     * What came of it.
     *
     * @param came the cells whose moment came
     * @param resumes how often it was resumed until it was done
     */
    record Outcome(List<CrashCell> came, int resumes) {
        Outcome {
            came = List.copyOf(came);
        }
    }

    HarmedRun {
        cells = List.copyOf(cells);
    }

    /** Runs it, and fails where anything is lost, left or closed that should not be. */
    Outcome run(Path directory) throws IOException, InterruptedException {
        try (CrashPair pair = CrashPair.begin(directory)) {
            Path plan = plan(pair);
            if (cells.stream().noneMatch(cell -> cell.harm() == Harm.FULL_DISK)) {
                return run(pair, plan);
            }
            try (SmallDisk disk = pair.disk()) {
                assertThat(disk.directory()).isDirectory();
                return run(pair, plan);
            }
        }
    }

    private Outcome run(CrashPair pair, Path plan) throws IOException, InterruptedException {
        try (Traffic money = traffic(pair.scenario().source, "teller", "bank");
                Traffic people = traffic(pair.scenario().source, "clerk", "crm")) {
            List<CrashCell> left = new ArrayList<>(cells);
            int runs = 0;
            int exit = -1;
            StringBuilder said = new StringBuilder();
            while (exit != 0) {
                List<CrashCell> struck = new ArrayList<>();
                try (Program migrate = started(pair, runs++ == 0 ? "run" : "resume", plan, left)) {
                    for (Optional<CrashCell> cell = next(pair, migrate, left);
                            cell.isPresent();
                            cell = next(pair, migrate, left)) {
                        left.remove(cell.get());
                        struck.add(cell.get());
                        said.append("\n=== ").append(cell.get());
                        strike(pair, migrate, cell.get(), cell.get().moment().isOf("people") ? people : money);
                    }
                    exit = migrate.ends();
                    said.append("\n--- ").append(migrate.output());
                }
                requireEnded(struck, exit, said);
                if (exit != REFUSED || cells.stream().noneMatch(CrashCell::isOfAssessment)) {
                    assertThat(exit).as(said.toString()).isIn(HARMED);
                }
                assertThat(runs).as("runs of the program:" + said).isLessThanOrEqualTo(cells.size() + RESUMES);
            }
            SoundEnd.of(pair.scenario()).require(money.stop(), people.stop());
            return new Outcome(
                    cells.stream().filter(cell -> !left.contains(cell)).toList(), runs - 1);
        }
    }

    /** That a signal ended the program, as it would have no effect where whoever started the test had it ignored. */
    private static void requireEnded(List<CrashCell> struck, int exit, CharSequence said) {
        for (CrashCell cell : struck) {
            if (!cell.harm().endings().isEmpty()) {
                assertThat(exit).as("%s:%s", cell, said).isIn(cell.harm().endings());
            }
        }
    }

    private Program started(CrashPair pair, String verb, Path plan, List<CrashCell> left) {
        Map<String, String> environment = new HashMap<>(Map.of(
                Failpoint.WHERE,
                left.stream()
                        .map(cell -> Failpoint.line(cell.harm().act(), cell.moment()))
                        .collect(Collectors.joining("\n")),
                Failpoint.DIRECTORY,
                pair.scenario().directory.toString()));
        if (cells.stream().anyMatch(cell -> cell.harm().isOfClock())) {
            environment.putAll(pair.clock().environment());
        }
        return Program.start(pair.scenario().directory, environment, verb, plan);
    }

    /** The one whose moment has come; empty when the program has ended. */
    private static Optional<CrashCell> next(CrashPair pair, Program migrate, List<CrashCell> left) throws IOException {
        Path mark = pair.scenario().directory.resolve(Failpoint.MARK);
        try {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> Files.exists(mark) || !migrate.isAlive());
        } catch (ConditionTimeoutException standing) {
            throw new AssertionError(
                    "it neither ends nor comes to one of " + left + ":\n" + migrate.output(), standing);
        }
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        Moment moment = Moment.parse(Files.readString(mark));
        return left.stream().filter(cell -> cell.moment().equals(moment)).findFirst();
    }

    private static void strike(CrashPair pair, Program migrate, CrashCell cell, Traffic clients)
            throws IOException, InterruptedException {
        boolean opensByItself = !isOpen(pair, cell.moment()) && !cell.moment().isDecided();
        int before = clients.report().acknowledged().size();
        cell.harm().strike(pair, migrate);
        Files.deleteIfExists(pair.scenario().directory.resolve(Failpoint.MARK));
        if (opensByItself && cell.harm().leavesUsAlone()) {
            // because nobody helps: the source itself drops what the run held, and opens what it closed
            await().atMost(DEAD_MAN.plusSeconds(5))
                    .until(() -> clients.report().acknowledged().size() > before + 5);
        }
        if (cell.harm().lasts()) {
            Thread.sleep(DEAD_MAN.plusSeconds(3).toMillis());
            cell.harm().mend(pair, migrate);
        }
    }

    private static boolean isOpen(CrashPair pair, Moment moment) {
        List<Event> events = FileJournal.read(new RunDirectory(pair.scenario().workDirectory()))
                .events();
        return Moves.of(events)
                .lastOpen(moment.isOf("people") ? "people" : "money")
                .isPresent();
    }

    private static Path plan(CrashPair pair) throws IOException {
        Scenario scenario = pair.scenario();
        Scenario.BANK.create(scenario.source.root());
        SoundEnd.PEOPLE.create(scenario.source.root());
        for (LabServer server : List.of(scenario.source, scenario.target)) {
            server.execute(
                    "CREATE USER teller@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON bank.* TO teller@'%'",
                    "CREATE USER clerk@'%' IDENTIFIED BY 'lab-app'",
                    "GRANT SELECT, INSERT, UPDATE, DELETE ON crm.* TO clerk@'%'");
        }
        scenario.source.execute(
                "DROP USER app@'%'",
                "GRANT LOCK TABLES, CREATE USER, ALTER ON *.* TO migrate@'%'",
                "GRANT REPLICATION_SLAVE_ADMIN ON *.* TO migrate@'%'");
        return pair.through(scenario.plan(GROUPS));
    }

    private static Traffic traffic(LabServer server, String user, String database) {
        return Traffic.start(
                new TrafficSettings(server.settings("source", user, new Secret("lab-app")), database, CLIENTS, RATE));
    }

    @Override
    public String toString() {
        return cells.stream().map(CrashCell::toString).collect(Collectors.joining(", then "));
    }
}
