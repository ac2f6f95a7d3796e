package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatasetIT {

    /** ER_NO_SUCH_USER */
    private static final String NO_SUCH_USER = "1449";

    @ParameterizedTest
    @EnumSource
    void standsOnEveryVersionWithAllItsAdditions(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            Dataset.install(server);
            assertThat(count(server, "TABLES", "TABLE_SCHEMA", "TABLE_TYPE = 'BASE TABLE'"))
                    .isEqualTo(34);
            assertThat(count(server, "TABLES", "TABLE_SCHEMA", "TABLE_TYPE = 'VIEW'"))
                    .isEqualTo(6);
            assertThat(count(server, "ROUTINES", "ROUTINE_SCHEMA", "TRUE")).isEqualTo(3);
            assertThat(count(server, "TRIGGERS", "TRIGGER_SCHEMA", "TRUE")).isEqualTo(3);
            assertThat(count(server, "EVENTS", "EVENT_SCHEMA", "TRUE")).isEqualTo(2);
            assertThat(count(server, "COLUMNS", "TABLE_SCHEMA", "EXTRA LIKE '%DEFAULT_GENERATED%'"))
                    .isZero();

            Dataset.addDefaultGenerated(server);
            Dataset.addHardNames(server);
            Dataset.addRefusedTables(server);
            Dataset.addAlteredValues(server);
            assertThat(count(server, "TABLES", "TABLE_SCHEMA", "TABLE_TYPE = 'BASE TABLE'"))
                    .isEqualTo(44);
            assertThat(count(server, "COLUMNS", "TABLE_SCHEMA", "EXTRA LIKE '%DEFAULT_GENERATED%'"))
                    .isEqualTo(version == LabVersion.MYSQL_5_7 ? 0 : 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isAsHardAsItSays(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            Dataset.install(server);

            assertThatThrownBy(() -> server.execute("INSERT INTO menagerie.haunted VALUES (2, 2)"))
                    .hasMessageContaining(NO_SUCH_USER);
            assertThat(one(server, "SELECT LENGTH(body) AS v FROM menagerie.large WHERE id = 1"))
                    .isEqualTo("3000000");
            assertThat(one(server, "SELECT COUNT(*) AS v FROM menagerie.moments WHERE dt = 0 OR MONTH(d) = 0"))
                    .isEqualTo("3");
            assertThat(one(server, "SELECT HEX(name) AS v FROM `old town`.citizens WHERE id = 2"))
                    .isEqualTo("FF80");
            assertThat(one(server, "SELECT GROUP_CONCAT(what ORDER BY n) AS v FROM menagerie.journal"))
                    .isEqualTo("tree 4 below 2,second");
            assertThat(one(server, "SELECT COUNT(*) AS v FROM menagerie.a_top")).isEqualTo("3");
        }
    }

    private static long count(LabServer server, String table, String schemaColumn, String condition) {
        return Long.parseLong(one(
                server,
                "SELECT COUNT(*) AS v FROM information_schema." + table + " WHERE " + schemaColumn
                        + " IN ('menagerie', 'old town') AND " + condition));
    }

    private static String one(LabServer server, String query) {
        Row row = server.root().query(Sql.of("looking at the dataset", query)).get(0);
        return row.text("v");
    }
}
