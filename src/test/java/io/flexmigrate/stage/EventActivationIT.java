package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.mysql.SchemaReader;
import io.flexmigrate.mysql.Sql;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventActivationIT {

    private static final List<String> DATABASES = List.of("lab");

    @Test
    void goesByTheEventsTheSourceHasNowAndByTheSnapshotWhenItIsGone() {
        try (LabServer source = Lab.start(LabVersion.MYSQL_8_0);
                LabServer target = Lab.start(LabVersion.MYSQL_8_0)) {
            createEvents(source, "ENABLE");
            createEvents(target, "DISABLE");
            List<SchemaObject> atSnapshot = source.root().with(session -> new SchemaReader(session).objects(DATABASES));
            source.execute("ALTER EVENT lab.disabled_since DISABLE", "DROP EVENT lab.once");
            target.execute("DROP EVENT lab.once");
            EventActivation activation = new EventActivation(source.root(), target.root());
            List<String> notes = new ArrayList<>();

            assertThat(activation.enable(DATABASES, atSnapshot, notes)).containsExactly("lab.kept");
            assertThat(notes).isEmpty();
            assertThat(enabled(target)).containsExactly("kept");
            assertThat(settings(target)).isEqualTo("ANSI_QUOTES latin1_general_cs");

            source.stop();
            assertThat(activation.enable(DATABASES, atSnapshot, notes))
                    .containsExactly("lab.disabled_since", "lab.kept");
            assertThat(notes)
                    .hasSize(2)
                    .anySatisfy(note -> assertThat(note).startsWith("Events were enabled as they were at the snapshot"))
                    .anySatisfy(
                            note -> assertThat(note).startsWith("The event lab.once was not enabled on the target"));
        }
    }

    private static void createEvents(LabServer server, String state) {
        server.execute(
                "CREATE DATABASE lab",
                "SET sql_mode = 'ANSI_QUOTES', collation_connection = latin1_general_cs",
                "CREATE EVENT lab.kept ON SCHEDULE EVERY 1 YEAR " + state + " DO SET @a = 1",
                "CREATE EVENT lab.disabled_since ON SCHEDULE EVERY 1 YEAR " + state + " DO SET @a = 1",
                "CREATE EVENT lab.once ON SCHEDULE AT '2037-01-01' " + state + " DO SET @a = 1");
    }

    private static String settings(LabServer server) {
        Sql sql = Sql.of(
                "reading its settings",
                "SELECT CONCAT(SQL_MODE, ' ', COLLATION_CONNECTION) AS s FROM information_schema.EVENTS"
                        + " WHERE EVENT_NAME = 'kept'");
        return server.root().query(sql).get(0).text("s");
    }

    private static List<String> enabled(LabServer server) {
        Sql sql = Sql.of(
                "listing the events",
                "SELECT EVENT_NAME AS name FROM information_schema.EVENTS WHERE STATUS = 'ENABLED'"
                        + " AND EVENT_SCHEMA = 'lab'");
        return server.root().query(sql).stream().map(row -> row.text("name")).toList();
    }
}
