package io.flexmigrate.stage.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.OurSessions;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.stage.DiskWorkspace;
import io.flexmigrate.stage.Logins;
import io.flexmigrate.stage.ToolPrograms;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.testing.Crash;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.time.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit sets what is not set here
class LoadingIT {

    private static final String DATABASE = LoadedTables.DATABASE;
    private static final String KEYLESS = FamilyDump.KEYLESS;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static LabServer target;
    private static LoadedTables tables;

    @TempDir
    private Path directory;

    private final MemoryJournal journal = new MemoryJournal();

    @BeforeAll
    static void boot() {
        target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE);
        tables = new LoadedTables(target.root());
    }

    @AfterAll
    static void end() {
        target.close();
    }

    @BeforeEach
    void empty() throws IOException {
        target.execute(
                "DROP DATABASE IF EXISTS " + Identifier.quoted(DATABASE),
                "CREATE DATABASE " + Identifier.quoted(DATABASE) + " CHARACTER SET utf8mb4");
        Files.createDirectories(directory.resolve("tmp"));
        Files.createDirectories(directory.resolve("logs"));
    }

    @Test
    void loadsEveryRowOnceWhereverItCrashed() throws Exception {
        HandMadeDump dump = FamilyDump.in(directory);
        int crashes = 0;
        while (true) {
            MemoryJournal crashing = crashes % 2 == 0
                    ? new MemoryJournal().crashAfter(crashes / 2 + 1)
                    : new MemoryJournal().crashBefore(crashes / 2 + 1);
            empty();
            try {
                load(dump, crashing, "myloader");
                break;
            } catch (IllegalStateException | Crash crash) {
                assertThat(crash).hasStackTraceContaining("Crash");
            }

            crashes++;
            assertThat(crashing.awaitsDisaster()).isFalse();
            Map<String, Long> rows = load(dump, crashing, "myloader");

            assertThat(rows)
                    .containsEntry(DATABASE + "." + KEYLESS, 50L)
                    .containsEntry(DATABASE + ".child", 2L)
                    .containsEntry(DATABASE + ".empty", 0L);
            assertThat(tables.count(KEYLESS)).isEqualTo(50);
            assertThat(tables.keys())
                    .containsExactly(
                            "child.PRIMARY",
                            "child.by_parent",
                            "parent.PRIMARY",
                            "we.ird-schema.by_a",
                            "we.ird-schema.by_b");
            assertThat(tables.foreignKeys()).containsExactly("to_parent");
            assertThat(directory.resolve("dump-batches"))
                    .satisfiesAnyOf(
                            none -> assertThat(none).doesNotExist(),
                            none -> assertThat(none).isEmptyDirectory());
        }
        assertThat(crashes).isGreaterThan(8);
    }

    @Test
    void touchesNothingThatIsDone() throws Exception {
        HandMadeDump dump = FamilyDump.in(directory);
        load(dump, journal, "myloader");
        target.execute("DELETE FROM " + LoadedTables.table(KEYLESS) + " WHERE a = 1");

        assertThat(load(dump, journal, "myloader")).containsEntry(DATABASE + "." + KEYLESS, 50L);
        assertThat(tables.count(KEYLESS)).isLessThan(50);
    }

    @Test
    void takesNoExitCodeForRows() throws Exception {
        String forgetful =
                LoaderScript.in(directory, "rm $(ls \"$directory\"/d.t*.sql | head -1)\nexec myloader \"$@\"");

        StageFailedException failure = failure(FamilyDump.in(directory), forgetful);

        assertThat(failure).hasMessageContaining("on the target, but").hasMessageContaining("in the dump");
    }

    @Test
    void takesAnErrorForAFailureWhateverTheExitCode() throws Exception {
        String failing = LoaderScript.in(
                directory,
                "echo '** (myloader:1): CRITICAL **: 10:00:00.000: Error restoring d.t1 from file"
                        + " d.t1.00000.sql: The table is full' >&2\nexit 0");

        StageFailedException failure = failure(FamilyDump.in(directory), failing);

        assertThat(failure)
                .hasMessageContaining("Error restoring " + DATABASE + ".")
                .hasMessageContaining("is full");
        assertThat(failure.remedy()).contains("storage");
    }

    @Test
    void triesABatchAgainWhoseLoaderWasKilled() throws Exception {
        String once = LoaderScript.in(
                directory,
                "if mkdir '" + directory.resolve("was-here")
                        + "'; then myloader \"$@\"; kill -KILL $$; fi\nexec myloader \"$@\"");

        Map<String, Long> rows = load(FamilyDump.in(directory), journal, once);

        assertThat(rows).containsEntry(DATABASE + "." + KEYLESS, 50L);
        assertThat(tables.count(KEYLESS)).isEqualTo(50);
        assertThat(warnings()).singleElement().asString().contains("tried again", "exit code 137");
    }

    @Test
    void namesTheTableAndTheWayOutWhenAUniqueKeyCannotBeBuilt() {
        HandMadeDump dump = FamilyDump.emptyIn(directory)
                .large(
                        "codes",
                        "CREATE TABLE `codes` (\n  `id` int NOT NULL,\n  `code` varchar(20) NOT NULL,\n"
                                + "  PRIMARY KEY (`id`),\n  UNIQUE KEY `by_code` (`code`)\n) ENGINE=InnoDB",
                        List.of("1, 'a'", "2, 'A'"));

        StageFailedException failure = failure(dump, "myloader");

        assertThat(failure)
                .hasMessageContaining("by_code")
                .hasMessageContaining(DATABASE + ".codes")
                .hasMessageContaining("Duplicate entry");
        assertThat(failure.remedy()).contains("collation");
    }

    @Test
    void makesTheSameTablesAsTheyWere() throws Exception {
        List<String> definitions = TableSamples.definitions();
        HandMadeDump dump = FamilyDump.emptyIn(directory);
        for (int i = 0; i < definitions.size(); i++) {
            dump.large("t" + i, definitions.get(i), List.of(TableSamples.row(i)));
        }

        load(dump, journal, "myloader");

        for (int i = 0; i < definitions.size(); i++) {
            assertThat(tables.definition("t" + i)).isEqualTo(definitions.get(i));
        }
        assertThat(journal.events())
                .anyMatch(event -> event instanceof Event.Reached reached
                        && reached.step().name().equals("build-indexes"));
    }

    /** 5.7 shows a text in an expression without its character set, and the tools would make it one of bytes. */
    @Test
    void understandsTheTextsInGeneratedColumnsOf57() throws Exception {
        HandMadeDump dump = FamilyDump.emptyIn(directory)
                .small(
                        "labelled",
                        "CREATE TABLE `labelled` (\n  `a` varchar(10) NOT NULL,\n  `doc` json DEFAULT NULL,\n"
                                + "  `label` varchar(20) GENERATED ALWAYS AS (concat('\u00e9-',`a`)) STORED,\n"
                                + "  `name` varchar(20) GENERATED ALWAYS AS"
                                + " (json_unquote(json_extract(`doc`,'$.name'))) VIRTUAL\n"
                                + ") ENGINE=InnoDB DEFAULT CHARSET=utf8mb4",
                        List.of("'a', CONVERT('{\"name\": \"\u6f22\"}' USING UTF8MB4), DEFAULT, DEFAULT"));

        load(dump, journal, "myloader");

        assertThat(tables.texts("SELECT CONCAT(label, ' ', name) FROM " + LoadedTables.table("labelled")))
                .containsExactly("\u00e9-a \u6f22");
    }

    @Test
    void endsWhatADeadAttemptLeftAtWorkAndNoOther() throws Exception {
        try (Session idle = FlexibleServerEmulation.admin(target).open();
                Session looking = FlexibleServerEmulation.admin(target).open()) {
            idle.execute(Sql.of("idling", "USE " + Identifier.quoted(DATABASE)));
            CompletableFuture<Void> left = CompletableFuture.runAsync(() -> FlexibleServerEmulation.admin(target)
                    .with(session -> {
                        session.execute(Sql.of("working", "USE " + Identifier.quoted(DATABASE)));
                        return session.query(Sql.of("working", "SELECT SLEEP(100), 'left'"));
                    }));
            await().atMost(PATIENCE)
                    .until(() -> !new OurSessions(looking)
                            .atWorkIn(List.of(DATABASE))
                            .isEmpty());

            loading("myloader").endLeftovers(FamilyDump.in(directory).assessed(), log(journal));

            assertThat(new OurSessions(looking).atWorkIn(List.of(DATABASE))).isEmpty();
            assertThat(idle.first(Sql.of("idling", "SELECT 1 AS one"))).isPresent();
            assertThat(left).failsWithin(PATIENCE).withThrowableThat().withCauseInstanceOf(MySqlException.class);
            assertThat(warnings()).singleElement().asString().contains("earlier attempt");
        }
    }

    private StageFailedException failure(HandMadeDump dump, String myloader) {
        return catchThrowableOfType(StageFailedException.class, () -> load(dump, journal, myloader));
    }

    private Map<String, Long> load(HandMadeDump dump, MemoryJournal into, String myloader)
            throws IOException, InterruptedException {
        TableLoading loading = loading(myloader);
        loading.endLeftovers(dump.assessed(), log(new MemoryJournal()));
        return loading.load(dump.assessed(), dump.dumped(), log(into));
    }

    private static StageLog log(MemoryJournal into) {
        return new StageLog(StageName.LOAD, into, InstantSource.system());
    }

    private TableLoading loading(String myloader) throws IOException {
        Path plan = Files.writeString(directory.resolve("plan.yaml"), """
                version: 1
                name: lab
                source:
                  host: nowhere.invalid
                  user: migrate
                  password: { env: SOURCE_PASSWORD }
                  replication: { host: nowhere.invalid, user: repl, password: { env: REPL_PASSWORD } }
                target:
                  kind: flexible-server
                  host: %s
                  port: %d
                  user: %s
                  password: { env: TARGET_PASSWORD }
                  tls: { mode: required }
                load: { threads: 2 }
                """.formatted(
                        target.host(), target.port(), FlexibleServerEmulation.ADMIN));
        ProcessRunner runner = ProcessRunner.real();
        return TableLoading.live(new TableLoading.Kit(
                new PlanReader().read(plan).plan(),
                new Logins(
                        FlexibleServerEmulation.ADMIN_PASSWORD,
                        FlexibleServerEmulation.ADMIN_PASSWORD,
                        FlexibleServerEmulation.ADMIN_PASSWORD),
                FlexibleServerEmulation.admin(target),
                new Toolbox(runner, runner, new ToolPrograms("mydumper", myloader)),
                new DiskWorkspace(directory.resolve("dump"), directory.resolve("tmp"), directory.resolve("logs")),
                Pause.real()));
    }

    private List<String> warnings() {
        return journal.events().stream()
                .flatMap(event -> Observation.WARNING.text(event).stream())
                .toList();
    }
}
