package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import java.util.ArrayList;
import java.util.List;

/** Tables that take a while to dump and to load, one of them without any key, so that a row loaded twice is there twice. */
final class FaultData {

    private static final List<String> DATABASES = List.of("bank", "shop");

    private FaultData() {}

    static void create(LabServer source, int rows) {
        Scenario.BANK.create(source.root());
        List<String> statements = new ArrayList<>(List.of(
                "CREATE DATABASE shop",
                "USE shop",
                """
                CREATE TABLE buyer (id INT NOT NULL PRIMARY KEY, name VARCHAR(80) NOT NULL, place INT NOT NULL,
                  UNIQUE KEY by_name (name), KEY by_place (place)) ENGINE=InnoDB""",
                """
                CREATE TABLE sale (id INT NOT NULL PRIMARY KEY, buyer INT NOT NULL, note VARCHAR(200) NOT NULL,
                  KEY by_note (note), CONSTRAINT sale_buyer FOREIGN KEY (buyer) REFERENCES buyer (id)) ENGINE=InnoDB""",
                """
                CREATE TABLE page (id INT NOT NULL PRIMARY KEY, words TEXT NOT NULL, FULLTEXT KEY by_words (words))
                  ENGINE=InnoDB""",
                "CREATE TABLE keyless (day INT NOT NULL, word VARCHAR(80) NOT NULL) ENGINE=InnoDB"));
        statements.add(insert("buyer", "n, SHA2(n, 256), n % 977", rows / 4));
        statements.add(insert("sale", "n, 1 + n % (" + rows / 4 + "), CONCAT(SHA2(n, 256), SHA2(-n, 256))", rows));
        statements.add(insert("page", "n, CONCAT('word', n % 100, ' and ', SHA2(n, 224))", rows / 20));
        // every row five times
        statements.add(insert("keyless", "n % 5, SHA2(n DIV 5, 256)", rows / 2));
        statements.add("CREATE VIEW sold AS SELECT b.name, s.note FROM buyer b JOIN sale s ON s.buyer = b.id");
        statements.add("CREATE TRIGGER loud BEFORE INSERT ON sale FOR EACH ROW SET NEW.note = UPPER(NEW.note)");
        source.execute(statements);
    }

    /** The rows of every table as a number, in the order of their names. */
    static List<String> checksums(LabServer server) {
        String tables = "SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) AS name FROM information_schema.TABLES"
                + " WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA IN ('" + String.join("', '", DATABASES) + "')"
                + " ORDER BY name";
        List<String> names = server.root().query(Sql.of("listing tables", tables)).stream()
                .map(row -> row.text("name"))
                .toList();
        List<String> sums = new ArrayList<>();
        for (Row row : server.root().query(Sql.of("adding up tables", "CHECKSUM TABLE " + String.join(", ", names)))) {
            sums.add(row.text("Table") + " " + row.number("Checksum"));
        }
        return sums;
    }

    static long keylessRows(LabServer server) {
        return server.root()
                .query(Sql.of("counting rows", "SELECT COUNT(*) AS n FROM shop.keyless"))
                .get(0)
                .number("n");
    }

    /** Takes away what a run has left on a target. */
    static void remove(LabServer target) {
        List<String> statements = new ArrayList<>(List.of("STOP SLAVE", "RESET SLAVE ALL"));
        DATABASES.forEach(database -> statements.add("DROP DATABASE IF EXISTS " + database));
        statements.add("DROP USER IF EXISTS migrate@'%', repl@'%', app@'%'");
        target.execute(statements);
    }

    private static String insert(String table, String values, int rows) {
        return "INSERT INTO %s SELECT %s FROM (SELECT @n := @n + 1 AS n FROM information_schema.COLLATIONS a, information_schema.COLLATIONS b, information_schema.COLLATIONS c, (SELECT @n := 0) zero LIMIT %d) numbers"
                .formatted(table, values, rows);
    }
}
