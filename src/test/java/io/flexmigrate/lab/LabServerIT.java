package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Secret;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabServerIT {

    @ParameterizedTest
    @EnumSource
    void isAServerOfItsVersionWithRowBinlog(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            Row row = server.root()
                    .query(Sql.of("reading variables", "SELECT @@version v, @@log_bin b, @@binlog_format f"))
                    .get(0);

            ServerVersion seen = ServerVersion.parse(row.text("v"));
            assertThat(seen.major()).isEqualTo(version.number().major());
            assertThat(seen.minor()).isEqualTo(version.number().minor());
            assertThat(row.text("b")).isEqualTo("1");
            assertThat(row.text("f")).isEqualTo("ROW");
        }
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsDataAndPortOverARestartAndACrash(LabVersion version) {
        try (LabServer server = Lab.start(version)) {
            int port = server.port();
            server.execute("CREATE DATABASE d", "CREATE TABLE d.t (id INT PRIMARY KEY)", "INSERT INTO d.t VALUES (1)");

            server.stop();
            assertThatThrownBy(() -> server.root().open()).isInstanceOf(MySqlException.class);
            server.start();
            server.execute("INSERT INTO d.t VALUES (2)");
            server.kill();
            assertThatThrownBy(() -> server.root().open()).isInstanceOf(MySqlException.class);
            server.start();

            assertThat(server.port()).isEqualTo(port);
            assertThat(server.root().query(Sql.of("counting", "SELECT * FROM d.t")))
                    .hasSize(2);
        }
    }

    @Test
    void twoServersOfOneVersionAreTwoServers() {
        String identity = "SELECT CONCAT(@@server_uuid, ' ', @@server_id) i";
        try (LabServer one = Lab.start(LabVersion.MYSQL_5_7);
                LabServer other = Lab.start(LabVersion.MYSQL_5_7)) {
            Row first = one.root().query(Sql.of("reading who it is", identity)).get(0);
            Row second =
                    other.root().query(Sql.of("reading who it is", identity)).get(0);

            String[] ours = first.text("i").split(" ", 2);
            assertThat(second.text("i")).doesNotContain(ours[0]).doesNotEndWith(" " + ours[1]);
        }
    }

    @Test
    void hasACertificateThatCanBeVerified() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0)) {
            MySqlServer verifying =
                    MySqlServer.connecting(server.settings("source", "root", Lab.ROOT_PASSWORD, "VERIFY_CA"));

            Row row = verifying
                    .query(Sql.of("reading the cipher", "SHOW STATUS LIKE 'Ssl_cipher'"))
                    .get(0);

            assertThat(row.text("Value")).isNotEmpty();
        }
    }

    @Test
    void saysWhyItDoesNotStart() {
        assertThatThrownBy(() -> Lab.start(LabVersion.MYSQL_5_7, "--no-such-option=1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no-such-option");
    }

    @Test
    void refusesAWrongPassword() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_5_7)) {
            MySqlServer stranger = MySqlServer.connecting(server.settings("source", "root", new Secret("wrong")));

            assertThatThrownBy(stranger::open).hasMessageContaining("1045");
        }
    }
}
