package io.flexmigrate.stage.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Dataset;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.DefaultsFile;
import io.flexmigrate.mydumper.DumpedTable;
import io.flexmigrate.mydumper.FilledDirectory;
import io.flexmigrate.mydumper.LoadCommand;
import io.flexmigrate.mydumper.LoadRequest;
import io.flexmigrate.mydumper.Tool;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.Schema;
import io.flexmigrate.mysql.SnapshotSession;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Compression;
import io.flexmigrate.plan.Plan.Tls;
import io.flexmigrate.plan.Plan.TlsMode;
import io.flexmigrate.process.ProcessRunner;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we dump ourselves, loaded by the real loader as LOAD does it, is the same to the last bit. */
class TableFillingIT {

    private static final ProcessRunner RUNNER = ProcessRunner.real();
    private static final String COPY = "the copy";

    private final List<String> said = new ArrayList<>();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void carriesEveryValueOfEveryTypeWhileOthersDelete(LabVersion version) throws Exception {
        try (LabServer server = Lab.start(version, "--max-allowed-packet=64M", "--innodb-log-file-size=512M")) {
            prepare(server);
            List<TableName> tables = tables(server);
            Map<TableName, String> before = sums(server, tables);
            assertThat(tables).hasSizeGreaterThan(45);

            Map<TableName, Long> rows = fillWhileRowsGo(server, tables);

            for (String database : Dataset.DATABASES) {
                loadCopy(server, database);
                List<TableName> here = tables.stream()
                        .filter(table -> table.database().equals(database))
                        .toList();
                assertThat(here).allSatisfy(table -> {
                    TableName copy = new TableName(COPY, table.table());
                    assertThat(value(server, "SELECT COUNT(*) AS n FROM " + copy.quoted(), "n"))
                            .as("rows of %s; %s", table, said)
                            .isEqualTo(String.valueOf(rows.get(table)));
                    assertThat(sum(server, copy)).as("%s", table).isEqualTo(before.get(table));
                });
            }
        }
    }

    private static void prepare(LabServer server) {
        Dataset.install(server);
        Dataset.addDefaultGenerated(server);
        Dataset.addHardNames(server);
        if (server.version() == LabVersion.MYSQL_8_0) {
            // because a 5.7 target takes no rows into such columns from anybody who says SET NAMES binary, as mydumper
            // does
            Dataset.addRefusedTables(server);
        }
        Dataset.addAlteredValues(server);
        Dataset.addEveryValue(server);
        server.execute(
                "CREATE USER mig@'%' IDENTIFIED WITH mysql_native_password BY 'x'",
                "GRANT ALL ON *.* TO mig@'%'",
                "INSERT INTO menagerie.every_byte (id, l) VALUES (6, REPEAT(CHAR(97), 16 << 20)), (7, REPEAT('\n', 16 << 20))",
                "CREATE TABLE menagerie.only_generated (a INT AS (1))",
                "INSERT INTO menagerie.only_generated VALUES (), (), ()");
    }

    private static List<TableName> tables(LabServer server) {
        return server
                .root()
                .with(session -> Schema.read(session, database -> true))
                .tables()
                .definitions()
                .keySet()
                .stream()
                .sorted()
                .toList();
    }

    private static Map<TableName, String> sums(LabServer server, List<TableName> tables) {
        return tables.stream().collect(Collectors.toMap(table -> table, table -> sum(server, table)));
    }

    /** 5.7.22 sums up where a JSON value is in memory, not what it is. */
    private static String sum(LabServer server, TableName table) {
        return table.table().contains("document")
                ? rows(server, table)
                : value(server, "CHECKSUM TABLE " + table.quoted(), "Checksum");
    }

    private static String rows(LabServer server, TableName table) {
        List<String> columns = server.root().query(Sql.of("looking", "SHOW COLUMNS FROM " + table.quoted())).stream()
                .map(row -> Identifier.quoted(row.text("Field")))
                .map(column -> "HEX(" + column + ")")
                .toList();
        String question = "SELECT " + String.join(", ", columns) + " FROM " + table.quoted() + " ORDER BY 1";
        return server.root().query(Sql.of("looking", question)).toString();
    }

    private static String value(LabServer server, String query, String column) {
        return server.root().query(Sql.of("looking", query)).get(0).text(column);
    }

    private Map<TableName, Long> fillWhileRowsGo(LabServer server, List<TableName> tables) {
        FilledDirectory filled = new FilledDirectory(directory.resolve("filled"));
        filled.create();
        Map<TableName, Long> rows = new HashMap<>();
        TableFilling filling = new TableFilling(filled, Compression.NONE);
        try (SnapshotSession snapshot = SnapshotSession.open(server.root())) {
            for (TableName table : tables) {
                if (table.table().startsWith("every_")) {
                    server.execute("DELETE FROM " + table.quoted());
                }
                rows.put(table, filling.fill(snapshot, table, rows.size() + 1).rows());
            }
        }
        return rows;
    }

    private void loadCopy(LabServer server, String database) throws Exception {
        server.execute(
                "DROP DATABASE IF EXISTS `" + COPY + "`", "CREATE DATABASE `" + COPY + "` CHARACTER SET utf8mb4");
        Path work = Files.createDirectory(directory.resolve("load-" + database.replace(' ', '-')));
        Files.writeString(work.resolve("metadata"), """
                # Started dump at: 2026-01-01 00:00:00
                [config]
                quote-character = BACKTICK

                # Finished dump at: 2026-01-01 00:00:00
                """);
        int number = 0;
        for (DumpedTable table : new FilledDirectory(directory.resolve("filled")).tables()) {
            if (table.name().database().equals(database)) {
                create(server, table);
                number++;
                for (int part = 0; part < table.dataFiles().size(); part++) {
                    Path alias = work.resolve(String.format("d.t%d.%05d.sql", number, part));
                    Files.createLink(alias, table.dataFiles().get(part));
                }
            }
        }
        assertThat(load(server, work)).as("%s", said).isZero();
    }

    private static void create(LabServer server, DumpedTable table) throws IOException {
        List<String> statements = new ArrayList<>(List.of("USE `" + COPY + "`"));
        statements.addAll(List.of(Files.readString(table.schemaFile()).split(";\n")));
        server.execute(statements);
    }

    private int load(LabServer server, Path work) throws Exception {
        Tls tls = new Tls(server.version().speaksTls() ? TlsMode.REQUIRED : TlsMode.DISABLED, Optional.empty());
        String program = Optional.ofNullable(System.getenv("MIGRATE_MYLOADER")).orElse("myloader");
        try (DefaultsFile file = DefaultsFile.write(directory, "mig", new Secret("x"), tls)) {
            LoadRequest request = new LoadRequest(
                    program, file.path(), server.host(), server.port(), tls, work, 2, Optional.of(COPY));
            return RUNNER.run(
                    LoadCommand.of(ToolVersion.ask(RUNNER, Tool.MYLOADER, program), request),
                    Duration.ofMinutes(2),
                    said::add);
        }
    }
}
