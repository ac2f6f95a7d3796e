package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.lab.FailingRelay;
import io.flexmigrate.lab.Lab;
import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SilentServerIT {

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONGER = Duration.ofSeconds(10);

    @Test
    void givesUpLoggingInToAServerThatAcceptsAndNeverAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new JdbcMySqlServer(settings(silent.getLocalPort()), SHORT).open())
                    .isInstanceOfSatisfying(
                            MySqlException.class,
                            failure -> assertThat(failure.isConnectionLost()).isTrue())
                    .hasMessageContaining("source: logging in to 127.0.0.1:" + silent.getLocalPort())
                    .hasMessageContaining("it did not answer in time");
        }
    }

    @Test
    void givesUpAskingAServerThatFreezes() throws InterruptedException {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0);
                FailingRelay relay = FailingRelay.freezing(server.port(), 8);
                Session session = new JdbcMySqlServer(settings(relay.port()), LONGER).open()) {
            session.endureSilence(SHORT);

            assertThatThrownBy(() -> {
                        for (int i = 0; i < 20; i++) {
                            session.query(Sql.of("asking", "SELECT 1"));
                        }
                    })
                    .hasMessageContaining("source: asking failed: it did not answer in time");
            assertThat(session.isAlive(SHORT)).isFalse();
        }
    }

    @Test
    void waitsForAStatementThatWorksForLongerThanALoginMayTake() {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0);
                Session session = new JdbcMySqlServer(settings(server.port()), Duration.ofSeconds(4)).open()) {
            assertThat(session.query(Sql.of("sleeping", "SELECT SLEEP(5) AS s")))
                    .hasSize(1);
        }
    }

    @Test
    void keepsItsPatienceAfterAStatementWithATimeoutOfItsOwn() throws InterruptedException {
        try (LabServer server = Lab.start(LabVersion.MYSQL_8_0);
                Session session = new JdbcMySqlServer(settings(server.port()), LONGER).open()) {
            session.endureSilence(SHORT);
            session.await(Sql.of("waiting", "SELECT 1"), LONGER);
            session.execute(Sql.of("doing", "SET @a = 1"), LONGER);

            assertThatThrownBy(() -> session.query(Sql.of("sleeping", "SELECT SLEEP(5) AS s")))
                    .hasMessageContaining("it did not answer in time");
        }
    }

    private static ConnectionSettings settings(int port) {
        return new ConnectionSettings(
                "source", "127.0.0.1", port, "root", Lab.ROOT_PASSWORD, "DISABLED", Optional.empty());
    }
}
