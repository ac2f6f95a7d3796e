package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.model.TableChecksum;
import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChecksumsIT {

    private static final TableName TABLE = new TableName("lab", "t");
    private static final int MEGABYTE = 1024 * 1024;

    private final List<LabServer> servers = new ArrayList<>();

    @BeforeAll
    void start() {
        String packet = "--max-allowed-packet=16M";
        servers.add(Lab.start(LabVersion.MYSQL_5_7, packet, "--default-time-zone=+05:45"));
        servers.add(Lab.start(
                LabVersion.MYSQL_8_0,
                packet,
                "--default-time-zone=-03:00",
                "--character-set-server=utf8mb4",
                "--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH"));
        servers.forEach(server -> server.execute("CREATE DATABASE lab"));
    }

    @AfterAll
    void stop() {
        servers.forEach(LabServer::close);
    }

    /** A type, a value, and another that is as like it as can be. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "TINYINT | -128 | -127",
                "INT(7) ZEROFILL | 42 | 43",
                "BIGINT | -9223372036854775808 | -9223372036854775807",
                "BIGINT UNSIGNED | 18446744073709551615 | 18446744073709551614",
                "DECIMAL(65,30) | 12345678901234567890.000000000000000000000000000001 | 12345678901234567890",
                "FLOAT | 0.1 | 0.10000001",
                "FLOAT | 3.4028234e38 | 3.4028232e38",
                "FLOAT | 16777216 | 16777218",
                "FLOAT(7,4) | 999.0001 | 999.0002",
                "DOUBLE | 0.1 | 0.10000000000000002",
                "DOUBLE | 1e5 | 100000.00000000001",
                "DOUBLE | 2.2250738585072014e-308 | 2.225073858507202e-308",
                "BIT(1) | b'0' | b'1'",
                "BIT(64) | b'1000000000000000000000000000000000000000000000000000000000000000'"
                        + " | b'1000000000000000000000000000000000000000000000000000000000000001'",
                "CHAR(9) CHARACTER SET latin1 | 'é' | 'è'",
                "CHAR(9) CHARACTER SET utf8 | 'ab' | 'aB'",
                "VARCHAR(9) CHARACTER SET latin1 | 'a' | 'a '",
                "VARCHAR(9) CHARACTER SET latin1 | X'81' | X'8D'",
                "VARCHAR(9) CHARACTER SET utf8 | 'ß' | 'ss'",
                "VARCHAR(9) CHARACTER SET utf8mb4 | '😀' | '😁'",
                "VARCHAR(9) CHARACTER SET utf8mb4 | '?' | '😁'",
                "VARCHAR(9) CHARACTER SET ucs2 | 'ü' | 'ú'",
                "VARCHAR(9) CHARACTER SET utf8mb4 | 'é' | CONCAT('e', _utf8mb4 X'CC81')",
                "TINYTEXT CHARACTER SET latin1 | 'é' | 'É'",
                "LONGTEXT CHARACTER SET utf8mb4 | '日本' | '日木'",
                "BINARY(4) | X'00FF00FF' | X'00FF00FE'",
                "VARBINARY(9) | X'61' | X'6100'",
                "VARBINARY(9) | X'C3A9' | X'C3A8'",
                "TINYBLOB | X'FF' | X'FE'",
                "BLOB | '' | X'00'",
                "LONGBLOB | X'80' | X'81'",
                "DATE | '2020-02-29' | '2020-02-28'",
                "DATE | '0000-00-00' | '2020-00-00'",
                "TIME(6) | '-838:59:58.999999' | '-838:59:58.999998'",
                "DATETIME(6) | '2020-02-29 23:59:59.999999' | '2020-02-29 23:59:59.999998'",
                "DATETIME | '0000-00-00 00:00:00' | '2020-01-00 00:00:00'",
                "TIMESTAMP(6) NULL | '2020-02-29 23:59:59.999999' | '2020-02-29 23:59:59.999998'",
                "TIMESTAMP NULL | '0000-00-00 00:00:00' | '1970-01-01 00:00:01'",
                "YEAR | 2020 | 2021",
                "ENUM('a', '', 'b') | 'no such value' | ''",
                "ENUM('a', 'b') | 'a' | 'b'",
                "SET('a', 'b', 'c') | 'a,c' | 'a,b'",
                "SET('a', '') | '' | 2",
                "JSON | '{\"a\": [1, 2], \"b\": null}' | '{\"a\": [1, 3], \"b\": null}'",
                "JSON | '[1.0, 1, -0.0, 1e5, 1e20, 0.1, 1.5e-7, 123456789012345678]'"
                        + " | '[1.0, 1, -0.0, 1e5, 1e20, 0.10000000000000002, 1.5e-7, 123456789012345678]'",
                "JSON | '1.0' | '1.5'",
                "JSON | '{\"a\": 1.0, \"b\": {\"c\": 2.0}}' | '{\"a\": 1.0, \"b\": {\"c\": 20}}'",
                "JSON | '\"é 😀 \\\\u0001\"' | '\"é 😁 \\\\u0001\"'",
                "JSON | CAST(TIMESTAMP'2020-02-29 23:59:59.999999' AS JSON)"
                        + " | CAST(TIMESTAMP'2020-02-29 23:59:59.999998' AS JSON)",
                "POINT | ST_GeomFromText('POINT(1 0.1)') | ST_GeomFromText('POINT(1 0.10000000000000002)')",
                "GEOMETRY | ST_GeomFromText('LINESTRING(0 0,1 1)') | ST_GeomFromText('LINESTRING(1 1,0 0)')",
            })
    void areTheSameOnEveryVersionAndDifferWhenOneBitDoes(String type, String value, String other) {
        TableChecksum first = same("v " + type, "(NULL)", "(" + value + ")", "(" + value + ")");
        TableChecksum second = same("v " + type, "(NULL)", "(" + value + ")", "(" + other + ")");

        assertThat(first.rows()).isEqualTo(3);
        assertThat(second).isNotEqualTo(first);
        assertThat(same("v " + type, "(NULL)", "(NULL)", "(" + value + ")")).isNotEqualTo(first);
    }

    @Test
    void coverGeneratedColumns() {
        String columns = "a INT, v VARCHAR(20) GENERATED ALWAYS AS (CONCAT('é', a)) %s";

        assertThat(same(columns.formatted("VIRTUAL"), "(1, DEFAULT)"))
                .isEqualTo(same(columns.formatted("STORED"), "(1, DEFAULT)"))
                .isNotEqualTo(same("a INT, v VARCHAR(20)", "(1, 'e1')"));
    }

    @Test
    void tellApartWhatLooksAlikeOnceItIsJoined() {
        List<String> rows = List.of(
                "('a,b', 'c')",
                "('a', 'b,c')",
                "('a,b,c', '')",
                "('a,b,c', NULL)",
                "('', NULL)",
                "(NULL, '')",
                "('', '')",
                "(NULL, NULL)",
                "('NULL', NULL)",
                "('NULL', 'NULL')",
                "('a'',''b', 'c')",
                "('a', 'b'',''c')",
                "(CONCAT('a', CHAR(92)), 'c')",
                "(CONCAT('a', CHAR(92, 39)), 'c')",
                "(CONCAT('a', CHAR(0)), 'c')",
                "('a', 'c')");

        assertThat(rows.stream().map(row -> same("a VARCHAR(20), b VARCHAR(20)", row)))
                .doesNotHaveDuplicates();
    }

    @Test
    void noticeTheSameChangeInTwoRowsAndValuesThatChangedPlaces() {
        String columns = "id INT, v VARCHAR(9)";

        assertThat(List.of(
                        same(columns, "(1, 'a')", "(1, 'a')"),
                        same(columns, "(1, 'b')", "(1, 'b')"),
                        same(columns, "(1, 'a')", "(2, 'b')"),
                        same(columns, "(1, 'b')", "(2, 'a')"),
                        same(columns, "(1, 'a')"),
                        same(columns, "(1, 'a')", "(1, 'a')", "(1, 'b')", "(1, 'b')"),
                        same(columns)))
                .doesNotHaveDuplicates();
    }

    /** What exceeds max_allowed_packet becomes NULL on the server, and NULL equals NULL. */
    @ParameterizedTest
    @ValueSource(strings = {"LONGBLOB", "LONGTEXT CHARACTER SET latin1", "LONGTEXT CHARACTER SET utf8mb4"})
    void readRowsLargerThanAPacketToTheirEnd(String type) {
        String columns = "a " + type + ", b " + type;
        String large = "REPEAT(_latin1 X'E9', " + (type.contains("utf8mb4") ? 7 : 15) * MEGABYTE + ")";

        assertThat(same(columns, "(" + large + ", CONCAT(" + large + ", 'x'))"))
                .isNotEqualTo(same(columns, "(" + large + ", CONCAT(" + large + ", 'y'))"))
                .isNotEqualTo(same(columns, "(NULL, NULL)"));
    }

    @Test
    void readLargeDocumentsToTheirEnd() {
        String large = "JSON_ARRAY(REPEAT('x', " + 15 * MEGABYTE + "), '%s')";

        assertThat(same("v JSON", "(" + large.formatted("x") + ")"))
                .isNotEqualTo(same("v JSON", "(" + large.formatted("y") + ")"))
                .isNotEqualTo(same("v JSON", "(NULL)"));
    }

    @Test
    void knowNothingOfWhatTheSessionReadBefore() {
        for (LabServer server : servers) {
            server.execute(
                    "DROP TABLE IF EXISTS lab.t, lab.other",
                    "CREATE TABLE lab.t (id INT PRIMARY KEY)",
                    "INSERT INTO lab.t VALUES (1)",
                    "CREATE TABLE lab.other (id INT)",
                    "INSERT INTO lab.other VALUES (7), (8)");
            TableChecksum fresh = checksum(server);
            TableChecksum later = server.root().with(session -> {
                Checksums checksums = new Checksums(session);
                checksums.prepare();
                TableName other = new TableName("lab", "other");
                checksums.of(other, checksums.columns(other));
                return checksums.of(TABLE, checksums.columns(TABLE));
            });
            assertThat(later).isEqualTo(fresh);
        }
    }

    /** What all servers say about a table with these rows; they must agree. */
    private TableChecksum same(String columns, String... rows) {
        List<TableChecksum> checksums = servers.stream()
                .map(server -> {
                    List<String> statements = new ArrayList<>(List.of(
                            "SET SESSION sql_mode = '', SESSION time_zone = '+00:00'",
                            "DROP TABLE IF EXISTS lab.t",
                            "CREATE TABLE lab.t (" + columns + ") ENGINE=InnoDB CHARACTER SET latin1"));
                    List.of(rows).forEach(row -> statements.add("INSERT INTO lab.t VALUES " + row));
                    server.execute(statements);
                    return checksum(server);
                })
                .toList();
        assertThat(checksums.stream().distinct()).as("%s %s", columns, rows).hasSize(1);
        return Objects.requireNonNull(checksums.get(0));
    }

    private static TableChecksum checksum(LabServer server) {
        return server.root().with(session -> {
            Checksums checksums = new Checksums(session);
            checksums.prepare();
            return checksums.of(TABLE, checksums.columns(TABLE));
        });
    }
}
