package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficReport;
import io.flexmigrate.lab.TrafficSettings;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.model.Secret;
import io.flexmigrate.mysql.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A whole migration of two groups under writes that is harmed, and then resumed until it is done.
 *
 * @param blows the first comes while it runs, each other while it is resumed
 */
record CrashCell(List<Blow> blows) {

    /** What goes wrong, and when. */
    record Blow(Moment moment, Harm harm) {
        @Override
        public String toString() {
            return harm + " " + moment;
        }
    }

    private static final TrafficTables PEOPLE = new TrafficTables("crm");
    private static final Duration DEAD_MAN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int RESUMES = 6;

    /** What a run may end with that was harmed: it failed, gave the cut-over up, was interrupted or killed. */
    private static final List<Integer> HARMED = List.of(0, 1, 7, 130, 137);

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
                requireExact(pair.scenario(), money.stop(), people.stop());
            }
            return FileJournal.read(new RunDirectory(pair.scenario().workDirectory()))
                    .events();
        }
    }

    CrashCell {
        blows = List.copyOf(blows);
    }

    /**
     * Runs it.
     *
     * @return what came of it, such as {@code done after 1 resume}
     */
    String run(Path directory) throws IOException, InterruptedException {
        try (CrashPair pair = CrashPair.begin(directory)) {
            Path plan = plan(pair);
            if (blows.stream().noneMatch(blow -> blow.harm() == Harm.FULL_DISK)) {
                return run(pair, plan);
            }
            try (SmallDisk disk = pair.disk()) {
                assertThat(disk.directory()).isDirectory();
                return run(pair, plan);
            }
        }
    }

    private String run(CrashPair pair, Path plan) throws IOException, InterruptedException {
        try (Traffic money = traffic(pair.scenario().source, "teller", "bank");
                Traffic people = traffic(pair.scenario().source, "clerk", "crm")) {
            int struck = 0;
            int runs = 0;
            int exit = -1;
            StringBuilder said = new StringBuilder();
            while (exit != 0) {
                Optional<Blow> blow = runs < blows.size() ? Optional.of(blows.get(runs)) : Optional.empty();
                try (Program migrate = started(pair.scenario(), runs++ == 0 ? "run" : "resume", plan, blow)) {
                    struck += blow.isPresent()
                                    && strikes(
                                            pair,
                                            migrate,
                                            blow.get(),
                                            blow.get().moment().isOf("people") ? people : money)
                            ? 1
                            : 0;
                    exit = migrate.ends();
                    said.append("\n--- ").append(migrate.output());
                }
                assertThat(exit).as(said.toString()).isIn(HARMED);
                assertThat(runs).as("runs of the program:" + said).isLessThanOrEqualTo(blows.size() + RESUMES);
            }
            requireExact(pair.scenario(), money.stop(), people.stop());
            requireNothingLeft(pair.scenario());
            return struck == 0 ? "did not come" : "done after " + (runs - 1) + (runs == 2 ? " resume" : " resumes");
        }
    }

    private static Program started(Scenario scenario, String verb, Path plan, Optional<Blow> blow) {
        Map<String, String> environment = blow.map(some -> Map.of(
                        Failpoint.WHERE, some.moment().toString(),
                        Failpoint.WHAT, some.harm().act().name(),
                        Failpoint.DIRECTORY, scenario.directory.toString()))
                .orElse(Map.of());
        return Program.start(scenario.directory, environment, verb, plan);
    }

    /** Whether the moment came. */
    private static boolean strikes(CrashPair pair, Program migrate, Blow blow, Traffic clients)
            throws IOException, InterruptedException {
        Path mark = pair.scenario().directory.resolve(Failpoint.MARK);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> Files.exists(mark) || !migrate.isAlive());
        if (!Files.exists(mark)) {
            return false;
        }
        boolean opensByItself = !isOpen(pair, blow.moment()) && !blow.moment().isUnguarded();
        int before = clients.report().acknowledged().size();
        blow.harm().strike(pair, migrate);
        Files.deleteIfExists(mark);
        if (opensByItself && blow.harm().leavesUsAlone()) {
            // because nobody helps: the source itself drops what the run held, and opens what it closed
            await().atMost(DEAD_MAN.plusSeconds(5))
                    .until(() -> clients.report().acknowledged().size() > before + 5);
        }
        if (blow.harm().lasts()) {
            Thread.sleep(DEAD_MAN.plusSeconds(3).toMillis());
            blow.harm().mend(pair, migrate);
        }
        return true;
    }

    private static boolean isOpen(CrashPair pair, Moment moment) {
        List<Event> events = FileJournal.read(new RunDirectory(pair.scenario().workDirectory()))
                .events();
        return Moves.of(events)
                .lastOpen(moment.isOf("people") ? "people" : "money")
                .isPresent();
    }

    /** All that was acknowledged is on the target, nothing else is, and no money came or went. */
    private static void requireExact(Scenario scenario, TrafficReport money, TrafficReport people) {
        for (TrafficReport report : List.of(money, people)) {
            assertThat(report.acknowledged()).hasSizeGreaterThan(10);
            assertThat(report.missingOn(scenario.target.root())).isEmpty();
            assertThat(report.strangersOn(scenario.target.root())).isEmpty();
        }
        assertThat(TrafficTables.TOTAL)
                .isEqualTo(Scenario.BANK.total(scenario.target.root()))
                .isEqualTo(PEOPLE.total(scenario.target.root()));
    }

    private static void requireNothingLeft(Scenario scenario) {
        Leftovers.assertNone(scenario);
        Sql guards = Sql.of(
                "looking for guards",
                "SELECT COUNT(*) AS n FROM information_schema.EVENTS WHERE EVENT_NAME LIKE 'migrate\\_%'");
        Sql readOnly = Sql.of("looking whether it is read-only", "SELECT @@GLOBAL.read_only AS n");
        Sql locked = Sql.of(
                "looking who is locked",
                "SELECT COUNT(*) AS n FROM mysql.user WHERE account_locked = 'Y' AND user IN ('teller', 'clerk')");
        assertThat(number(scenario.source, guards)).isZero();
        assertThat(number(scenario.source, readOnly)).isZero();
        assertThat(number(scenario.source, locked)).isEqualTo(2);
        assertThat(number(scenario.target, locked)).isZero();
    }

    private static long number(LabServer server, Sql sql) {
        return server.root().query(sql).get(0).number("n");
    }

    private static Path plan(CrashPair pair) throws IOException {
        Scenario scenario = pair.scenario();
        Scenario.BANK.create(scenario.source.root());
        PEOPLE.create(scenario.source.root());
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
                new TrafficSettings(server.settings("source", user, new Secret("lab-app")), database, 2, 30));
    }

    @Override
    public String toString() {
        return blows.stream().map(Blow::toString).collect(Collectors.joining(", then "));
    }
}
