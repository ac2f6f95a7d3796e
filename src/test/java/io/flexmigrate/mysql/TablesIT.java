package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TablesIT {

    private static final List<String> ODD_NAMES = List.of(
            "plain",
            "größe",
            "with space",
            "back`tick",
            "quote'd \"twice\"",
            "dot.ted",
            "pound#sign",
            "parts#P#p0",
            "at@0023sign",
            "percent%and_line",
            "line\nbreak",
            "escape\u001b[31m",
            "\u202eright to left",
            "</script><b>",
            "select",
            "漢字".repeat(20));

    private static final List<String> DATABASES = List.of("shop", "odd 'größe` #P# %_");

    @ParameterizedTest
    @EnumSource
    void seesEveryTableWhateverItsNameWithoutRenewingStatistics(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            DATABASES.forEach(database -> server.execute(statements(database)));
            server.execute("CREATE DATABASE other", "CREATE TABLE other.out_of_scope (id INT)");
            List<TableName> analyzed = names(server);
            server.execute(analyzed.stream()
                    .map(name -> "ANALYZE TABLE " + name.quoted())
                    .toList());
            server.execute(
                    "DELETE FROM mysql.innodb_table_stats WHERE table_name = 'select'",
                    "INSERT INTO shop.plain (id) SELECT HELP_TOPIC_ID FROM mysql.help_topic LIMIT 3");
            settle(server);
            Map<TableName, TableSize> seen = server.root().with(session -> sizes(session));
            Map<TableName, TableSize> truth = truth(server);

            assertThat(seen.keySet()).isEqualTo(truth.keySet()).hasSize(2 * (ODD_NAMES.size() + 3));
            assertThat(seen.values()).allSatisfy(size -> {
                TableSize actual = Objects.requireNonNull(truth.get(size.name()));
                assertThat(size.engine()).isEqualTo(actual.engine());
                assertThat(size.dataBytes()).as("data of %s", size.name()).isEqualTo(actual.dataBytes());
                assertThat(size.indexBytes()).as("indexes of %s", size.name()).isEqualTo(actual.indexBytes());
                assertThat(size.hasPrimaryKey()).isEqualTo(!size.name().table().equals("keyless"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void asksInformationSchemaWhereTheStatisticsMayNotBeRead(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            server.execute(statements("shop"));
            server.execute(
                    "CREATE USER narrow@'%' IDENTIFIED WITH mysql_native_password BY 'lab-narrow'",
                    "GRANT SELECT ON shop.* TO narrow@'%'");
            MySqlServer narrow = MySqlServer.connecting(server.settings("source", "narrow", new Secret("lab-narrow")));

            assertThat(sizes(narrow, "shop"))
                    .hasSize(ODD_NAMES.size() + 3)
                    .allSatisfy(size -> assertThat(size.bytes())
                            .as("bytes of %s", size.name())
                            .isPositive());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsDatabasesApartThatDifferInCaseOnly(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            server.execute(
                    "CREATE DATABASE shop",
                    "CREATE DATABASE Shop",
                    "CREATE TABLE shop.orders (id INT PRIMARY KEY)",
                    "CREATE TABLE Shop.Orders (id INT)");

            assertThat(sizes(server.root(), "shop"))
                    .extracting(TableSize::name)
                    .containsExactly(new TableName("shop", "orders"));
            assertThat(sizes(server.root(), "Shop"))
                    .extracting(TableSize::hasPrimaryKey)
                    .containsExactly(false);
        }
    }

    private static List<String> statements(String database) {
        String quoted = Identifier.quoted(database);
        List<String> statements =
                new ArrayList<>(List.of("CREATE DATABASE " + quoted + " CHARACTER SET utf8mb4", "USE " + quoted));
        ODD_NAMES.forEach(name -> statements.add("CREATE TABLE " + Identifier.quoted(name)
                + " (id INT NOT NULL PRIMARY KEY, other INT, KEY by_other (other)) ENGINE=InnoDB"));
        statements.add("CREATE TABLE keyless (id INT, UNIQUE KEY by_id (id)) ENGINE=InnoDB");
        statements.add("CREATE TABLE `parts` (id INT NOT NULL PRIMARY KEY) ENGINE=InnoDB PARTITION BY RANGE (id)"
                + " SUBPARTITION BY HASH (id) SUBPARTITIONS 2"
                + " (PARTITION p0 VALUES LESS THAN (10), PARTITION p1 VALUES LESS THAN MAXVALUE)");
        statements.add("CREATE TABLE isam (id INT NOT NULL PRIMARY KEY, text CHAR(100)) ENGINE=MyISAM");
        statements.add("INSERT INTO isam VALUES (1, 'a'), (2, 'b')");
        statements.add("CREATE VIEW looks AS SELECT * FROM keyless");
        return statements;
    }

    /** Waits until InnoDB has renewed by itself what the inserts made it renew. */
    private static void settle(LabServer server) {
        await().pollInterval(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.root()
                        .query(Sql.of(
                                "looking",
                                "SELECT 1 FROM mysql.innodb_table_stats WHERE last_update > NOW() - INTERVAL 1 SECOND"))
                        .isEmpty());
    }

    private static List<TableName> names(LabServer server) {
        return server.root().with(session -> new Tables(session).names(DATABASES)).stream()
                .filter(name -> !name.table().equals("isam"))
                .toList();
    }

    private static List<TableSize> sizes(MySqlServer server, String database) {
        return server.with(session -> new Tables(session).sizes(List.of(database)));
    }

    /** What is read, with the proof that nothing was renewed for it. */
    private static Map<TableName, TableSize> sizes(Session session) {
        String before = renewals(session);
        List<TableSize> sizes = new Tables(session).sizes(DATABASES);
        assertThat(renewals(session)).isEqualTo(before);
        return sizes.stream().collect(Collectors.toMap(TableSize::name, size -> size));
    }

    private static String renewals(Session session) {
        return session.first(Sql.of(
                        "looking",
                        "SELECT CONCAT(COUNT(*), ' ', MAX(last_update)) AS x FROM mysql.innodb_table_stats"
                                // because 5.7 writes what is missing as soon as it opens the table
                                + " WHERE table_name <> 'select'"))
                .orElseThrow()
                .only();
    }

    private static Map<TableName, TableSize> truth(LabServer server) {
        String text = "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS name, ENGINE AS engine, DATA_LENGTH AS data_bytes,"
                + " INDEX_LENGTH AS index_bytes FROM information_schema.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
                + " AND TABLE_SCHEMA IN " + Places.in(DATABASES);
        return server.root().query(Sql.of("looking", text, DATABASES.toArray())).stream()
                .map(row -> new TableSize(
                        new TableName(row.text("d"), row.text("name")),
                        row.text("engine"),
                        0,
                        row.number("data_bytes"),
                        row.number("index_bytes"),
                        true))
                .collect(Collectors.toMap(TableSize::name, size -> size));
    }
}
