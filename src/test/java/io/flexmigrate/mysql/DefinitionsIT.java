package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flexmigrate.lab.FlexibleServerEmulation;
import io.flexmigrate.lab.Ha;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.SchemaObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Objects mean on the target what they mean on the source, whatever client once made them. */
class DefinitionsIT {

    private static final String DATABASE = "old";

    /** Sent as ISO 8859-1: one byte for each letter with an accent. */
    private static final List<String> BY_A_LATIN1_CLIENT = List.of(
            "CREATE FUNCTION accent() RETURNS VARCHAR(9) CHARACTER SET utf8mb4 NO SQL RETURN 'é'",
            "CREATE FUNCTION alike() RETURNS INT NO SQL RETURN 'é' = 'E'",
            "CREATE PROCEDURE note() INSERT INTO notes (what, text) VALUES ('procedure', 'ß')",
            "CREATE VIEW umlaut AS SELECT 'ü' AS c, 'ü' = 'U' AS equal_u",
            "CREATE TRIGGER marks BEFORE INSERT ON notes FOR EACH ROW SET NEW.mark = 'ñ'",
            "CREATE EVENT ticks ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO INSERT INTO notes (what, text) VALUES ('event', 'ø')");

    private static final List<String> BY_AN_ANSI_CLIENT = List.of(
            "CREATE DEFINER=\"ghost\"@\"%\" FUNCTION \"quoted\"() RETURNS INT NO SQL SQL SECURITY INVOKER RETURN 1",
            "CREATE DEFINER=\"gh\"\"ost\"@\"%\" VIEW \"ansi\" AS SELECT \"what\" AS \"w h\" FROM \"notes\"",
            "CREATE DEFINER=\"ghost\"@\"nowhere\" PROCEDURE \"counts\"() SELECT COUNT(*) AS \"n\" FROM \"notes\"",
            "CREATE DEFINER=\"ghost\"@\"%\" TRIGGER \"second\" BEFORE INSERT ON \"notes\" FOR EACH ROW"
                    + " SET NEW.\"text\" = CONCAT(NEW.\"text\", '\"')",
            "CREATE DEFINER=\"ghost\"@\"%\" EVENT \"never\" ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01' DO SET @a = 'DEFINER=`x`@`y` '");

    private static final List<String> RESULTS = List.of(
            "SELECT HEX(old.accent()) AS v",
            "SELECT old.alike() AS v",
            "SELECT HEX(c) AS v FROM old.umlaut",
            "SELECT equal_u AS v FROM old.umlaut",
            "SELECT old.quoted() AS v",
            "SELECT `w h` AS v FROM old.ansi",
            "SELECT HEX(text) AS v FROM old.notes",
            "SELECT HEX(mark) AS v FROM old.notes",
            "SELECT COUNT(*) AS v FROM information_schema.EVENTS WHERE EVENT_SCHEMA = 'old'");

    @ParameterizedTest
    @EnumSource
    void giveTheSameResults(LabVersion version) throws SQLException {
        try (LabServer source = Lab.start(version);
                LabServer target = FlexibleServerEmulation.start(LabVersion.MYSQL_8_0, Ha.NONE)) {
            createTables(source);
            createTables(target);
            asLatin1(source, "STRICT_TRANS_TABLES", BY_A_LATIN1_CLIENT);
            asLatin1(source, "ANSI_QUOTES", BY_AN_ANSI_CLIENT);

            List<SchemaObject> objects =
                    source.root().with(session -> new SchemaReader(session).objects(List.of(DATABASE)));
            assertThat(objects).hasSize(11);
            create(objects, version, target);

            // because a definer who does not exist may not run anything: refman/8.0/en/stored-objects-security.html
            source.execute(
                    "DROP TRIGGER old.second", "CREATE USER `gh\"ost`@'%'", "GRANT ALL ON old.* TO `gh\"ost`@'%'");
            target.execute("DROP TRIGGER old.second");
            source.execute("CALL old.note()");
            target.execute("CALL old.note()");
            for (String query : RESULTS) {
                assertThat(one(target, query)).as(query).isEqualTo(one(source, query));
            }
            assertThat(one(target, "SELECT HEX(old.accent()) AS v")).isEqualTo("C3A9");
            assertThat(one(target, "SELECT old.alike() AS v")).isEqualTo("1");
            assertRunsItsEvent(target);
        }
    }

    private static void createTables(LabServer server) {
        server.execute(
                "CREATE DATABASE old CHARACTER SET latin1",
                "CREATE TABLE old.notes (what VARCHAR(20), text VARCHAR(20), mark VARCHAR(5)) ENGINE=InnoDB");
    }

    private static void create(List<SchemaObject> objects, LabVersion version, LabServer target) {
        FlexibleServerEmulation.admin(target).with(session -> {
            SchemaWriter writer = new SchemaWriter(session);
            writer.prepare(new Dialect(target.version().number()).collationOf(version.number()));
            objects.forEach(writer::create);
            return objects;
        });
    }

    private static void assertRunsItsEvent(LabServer target) {
        String written = "SELECT COALESCE(MAX(HEX(text)), '') AS v FROM old.notes WHERE what = 'event'";
        assertThat(one(target, written)).isEmpty();
        FlexibleServerEmulation.admin(target)
                .execute(Sql.of("letting the event run", "ALTER EVENT old.ticks ON SCHEDULE EVERY 1 SECOND ENABLE"));
        await().atMost(Duration.ofSeconds(60)).until(() -> one(target, written).equals("F8"));
    }

    private static void asLatin1(LabServer server, String sqlMode, List<String> statements) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", "root");
        properties.setProperty("password", Lab.ROOT_PASSWORD.value());
        properties.setProperty("sslMode", server.version().speaksTls() ? "REQUIRED" : "DISABLED");
        properties.setProperty("characterEncoding", "ISO-8859-1");
        properties.setProperty("connectionCollation", "latin1_swedish_ci");
        String url = "jdbc:mysql://" + server.host() + ":" + server.port() + "/" + DATABASE;
        try (Connection connection = DriverManager.getConnection(url, properties);
                Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = '" + sqlMode + "'");
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private static String one(LabServer server, String query) {
        return server.root().query(Sql.of("asking " + query, query)).get(0).text("v");
    }
}
