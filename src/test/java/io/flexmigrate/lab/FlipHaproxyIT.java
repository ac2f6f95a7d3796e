package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.mysql.ConnectionSettings;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlipHaproxyIT {

    private static final Sql WHO = Sql.of("asking who answers", "SELECT @@server_id AS id");

    private LabServer source;
    private LabServer target;
    private HaProxy proxy;

    @BeforeAll
    void startServers() {
        source = Lab.start(LabVersion.MYSQL_8_0, "--server-id=1");
        target = Lab.start(LabVersion.MYSQL_8_0, "--server-id=2");
    }

    @AfterAll
    void stopServers() {
        source.close();
        target.close();
    }

    @BeforeEach
    void startProxy() {
        proxy = HaProxy.start(FreePort.find(), FreePort.find(), source, target);
    }

    @AfterEach
    void stopProxy() {
        proxy.close();
    }

    @Test
    void sendsNewClientsToTheTargetAndBackHoweverOftenItIsAsked() {
        assertThat(whoAnswers()).isEqualTo(1);
        flip("target");
        flip("target");
        assertThat(List.of(whoAnswers(), whoAnswers(), whoAnswers())).containsOnly(2L);
        flip("source");
        assertThat(List.of(whoAnswers(), whoAnswers(), whoAnswers())).containsOnly(1L);
    }

    @Test
    void cutsOffTheClientsOfTheSource() {
        try (Session session = client().open()) {
            assertThat(session.query(WHO).get(0).number("id")).isEqualTo(1);
            flip("target");
            assertThatThrownBy(() -> session.query(WHO)).isInstanceOf(MySqlException.class);
        }
    }

    @Test
    void failsWithWordsWhenHaproxyDoesNotKnowTheBackend() {
        assertThatThrownBy(() -> hook("target", proxy.api(), "nobody"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 1")
                .hasMessageContaining("refuses")
                .hasMessageContaining("No such backend");
        assertThat(whoAnswers()).isEqualTo(1);
    }

    @Test
    void failsWithWordsWhenNobodyAnswers() {
        proxy.close();
        assertThatThrownBy(() -> flip("target"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("HAProxy does not answer at " + proxy.api());
    }

    @Test
    void saysHowToUseIt() {
        assertThatThrownBy(() -> hook("elsewhere", proxy.api()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 2")
                .hasMessageContaining("usage:");
    }

    private void flip(String where) {
        hook(where, proxy.api());
    }

    private static void hook(String... arguments) {
        List<String> command = new ArrayList<>(List.of("scripts/flip-haproxy"));
        command.addAll(List.of(arguments));
        Shell.run(Path.of("").toAbsolutePath(), command);
    }

    private long whoAnswers() {
        return client().query(WHO).get(0).number("id");
    }

    private MySqlServer client() {
        ConnectionSettings direct = source.settings("client", "root", Lab.ROOT_PASSWORD);
        return MySqlServer.connecting(new ConnectionSettings(
                direct.role(),
                "127.0.0.1",
                proxy.listenPort(),
                direct.user(),
                direct.password(),
                direct.sslMode(),
                direct.ca()));
    }
}
