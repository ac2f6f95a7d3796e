package io.flexmigrate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.formal.JournalTrace;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.lab.Traffic;
import io.flexmigrate.lab.TrafficSettings;
import io.flexmigrate.lab.TrafficTables;
import io.flexmigrate.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A source with a bank and live clients, an emulated flexible server, a plan, and the real program beside them. */
final class Scenario implements AutoCloseable {

    static final Secret MIGRATE_PASSWORD = new Secret("lab-Migrate#1 \"quoted\"");
    static final Secret REPLICATION_PASSWORD = new Secret("lab-Repl'1");
    static final TrafficTables BANK = new TrafficTables("bank");

    private static final int KILLED = 137;

    final LabServer source;
    final LabServer target;
    final Path directory;

    private Scenario(LabServer source, LabServer target, Path directory) {
        this.source = source;
        this.target = target;
        this.directory = directory;
    }

    /** Boots both servers and makes the accounts a migration needs. */
    static Scenario begin(LabVersion version, Path directory, String... sourceOptions) {
        CompletableFuture<LabServer> target =
                CompletableFuture.supplyAsync(() -> FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE));
        LabServer source = Lab.start(version, sourceOptions);
        source.execute(accounts(version));
        return new Scenario(source, target.join(), directory);
    }

    /** Makes the accounts a migration needs between these servers, which belong to it from now on. */
    static Scenario between(LabServer source, LabServer target, Path directory) {
        source.execute(accounts(source.version()));
        return new Scenario(source, target, directory);
    }

    /** The same servers with another directory for plan, work directory and output; it is not to be closed. */
    Scenario in(Path other) {
        return new Scenario(source, target, other);
    }

    /** The same source and directory with another target; it is not to be closed. */
    Scenario to(LabServer other) {
        return new Scenario(source, other, directory);
    }

    /** The same target and directory with another source, which gets the accounts; it is not to be closed. */
    Scenario from(LabServer other) {
        other.execute(accounts(other.version()));
        return new Scenario(other, target, directory);
    }

    private static List<String> accounts(LabVersion version) {
        String privileges = "SELECT, RELOAD, PROCESS, REPLICATION CLIENT, REPLICATION SLAVE, SHOW VIEW, TRIGGER, EVENT";
        String more = version.number().isAtLeast(8, 0, 0)
                ? ", SYSTEM_VARIABLES_ADMIN, CONNECTION_ADMIN, XA_RECOVER_ADMIN"
                : ", SUPER";
        String plugin = Lab.isOfNewerServers() ? "caching_sha2_password" : "mysql_native_password";
        return List.of(
                "CREATE USER migrate@'%' IDENTIFIED WITH " + plugin + " BY '" + quoted(MIGRATE_PASSWORD) + "'",
                "GRANT " + privileges + more + " ON *.* TO migrate@'%'",
                "GRANT SELECT, INSERT, UPDATE, CREATE, DROP ON `migrate\\_heartbeat\\_%`.* TO migrate@'%'",
                "CREATE USER repl@'%' IDENTIFIED WITH " + plugin + " BY '" + quoted(REPLICATION_PASSWORD) + "'",
                "GRANT REPLICATION SLAVE ON *.* TO repl@'%'",
                "CREATE USER app@'%' IDENTIFIED WITH " + plugin + " BY 'lab-app'",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON *.* TO app@'%'");
    }

    private static String quoted(Secret secret) {
        return secret.value().replace("\\", "\\\\").replace("'", "''");
    }

    /** Writes a plan with the lines of a group appended, and more sections after it. */
    Path plan(String cutover, String... sections) {
        String text = """
                version: 1
                name: lab
                source:
                  host: %s
                  port: %d
                  user: migrate
                  password: { env: SOURCE_PASSWORD }
                  tls: { mode: %s }
                  replication: { host: %s, port: %d, user: repl, password: { env: REPL_PASSWORD } }
                target:
                  kind: flexible-server
                  host: %s
                  port: %d
                  user: %s
                  password: { env: TARGET_PASSWORD }
                  tls: { mode: required }
                catch_up: { max_lag: 2s, stable_for: 1s }
                cutover:
                  way_back: none
                  watch_stragglers: 0s
                %s
                """.formatted(
                        source.host(),
                        source.port(),
                        source.version().speaksTls() ? "required" : "disabled",
                        source.host(),
                        source.port(),
                        target.host(),
                        target.port(),
                        FlexibleServerEmulation.ADMIN,
                        cutover.indent(2).stripTrailing());
        try {
            return Files.writeString(directory.resolve("plan.yaml"), text + String.join("\n", sections) + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A plan that cuts over by itself. */
    Path automaticPlan(String... sections) {
        return plan("approval: automatic\nbudget: 10s", sections);
    }

    /** Starts the program. */
    Program migrate(String verb, Path plan, String... more) {
        return Program.start(directory, verb, plan, more);
    }

    /** Has the program do this to its end, holds its exit code against this one, and says what it said. */
    String runs(int exitCode, String verb, Path plan, String... more) throws InterruptedException {
        try (Program migrate = migrate(verb, plan, more)) {
            return migrate.endsWith(exitCode);
        }
    }

    /** Starts it; at a moment of its journal, such as {@code before VERIFY started#1}, it stands until it is let go. */
    Program migrateHeldAt(String moment, String verb, Path plan) {
        return migrateStruckAt(moment, Failpoint.Act.HOLD, verb, plan);
    }

    /** Starts it, and waits until it has killed itself at a moment of its journal. */
    void migrateKilledAt(String moment, String verb, Path plan) throws InterruptedException {
        try (Program migrate = migrateStruckAt(moment, Failpoint.Act.KILL, verb, plan)) {
            migrate.endsWith(KILLED);
        }
    }

    private Program migrateStruckAt(String moment, Failpoint.Act act, String verb, Path plan) {
        Map<String, String> environment = Map.of(
                Failpoint.WHERE, Failpoint.line(act, Moment.parse(moment)), Failpoint.DIRECTORY, directory.toString());
        return Program.start(directory, environment, verb, plan);
    }

    /** Clients of the bank, directly on the source. */
    Traffic traffic(int transactionsPerSecond) {
        return Traffic.start(new TrafficSettings(
                source.settings("source", "app", new Secret("lab-app")), "bank", 4, transactionsPerSecond));
    }

    /** Adds a table that takes a while to dump, load and compare. */
    void addLargeTable(int rows) {
        source.execute(
                "CREATE TABLE bank.ledger (id INT NOT NULL PRIMARY KEY, entry VARCHAR(200) NOT NULL, KEY by_entry (entry))"
                        + " ENGINE=InnoDB",
                "INSERT INTO bank.ledger SELECT n, CONCAT(SHA2(n, 256), SHA2(n + 1, 256)) FROM (SELECT @n := @n + 1 AS n"
                        + " FROM information_schema.COLLATIONS a, information_schema.COLLATIONS b,"
                        + " information_schema.COLLATIONS c, (SELECT @n := 0) zero LIMIT " + rows + ") numbers");
    }

    /** Makes the pause long: a table without a key that every transfer writes to is read whole inside it. */
    void addSlowTable(int rows) {
        source.execute(
                "CREATE TABLE bank.bag (entry VARCHAR(200) NOT NULL) ENGINE=InnoDB",
                "INSERT INTO bank.bag SELECT CONCAT(SHA2(n, 256), SHA2(n + 1, 256)) FROM (SELECT @m := @m + 1 AS n"
                        + " FROM information_schema.COLLATIONS a, information_schema.COLLATIONS b,"
                        + " information_schema.COLLATIONS c, (SELECT @m := 0) zero LIMIT " + rows + ") numbers",
                "CREATE TRIGGER bank.into_bag AFTER INSERT ON bank.transfer FOR EACH ROW INSERT INTO bank.bag VALUES (NEW.id)");
    }

    /** Whether the journal says this by now. */
    boolean journalHas(String text) {
        Path journal = workDirectory().resolve("journal.jsonl");
        try {
            return Files.exists(journal) && Files.readString(journal).contains(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path workDirectory() {
        return directory.resolve("work");
    }

    /** Whatever the run was: what its journal tells is what the model of the protocol allows. */
    @Override
    public void close() {
        try (source;
                target) {
            RunDirectory run = new RunDirectory(workDirectory());
            if (run.hasRun()) {
                assertThat(JournalTrace.ofModel().problems(FileJournal.read(run).events()))
                        .isEmpty();
            }
        }
    }
}
