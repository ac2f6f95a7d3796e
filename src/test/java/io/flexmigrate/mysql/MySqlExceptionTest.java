package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class MySqlExceptionTest {

    @Test
    void saysWhatTheServerSaid() {
        SQLException refused =
                new SQLException("Access denied\nmore", "28000", 1045, new IllegalStateException("inner"));

        assertThat(new MySqlException("source", "logging in", refused))
                .hasMessage("source: logging in failed: Access denied (error 1045)");
    }

    @Test
    void saysWhyThereIsNoConnection() {
        SQLException broken = new SQLException(
                "Communications link failure\n\nThe last packet …",
                "08S01",
                new IllegalStateException("driver", new ConnectException("Connection refused")));

        MySqlException failure = new MySqlException("target", "logging in", broken);

        assertThat(failure).hasMessage("target: logging in failed: Communications link failure: Connection refused");
        assertThat(failure.isConnectionLost()).isTrue();
    }

    @Test
    void saysAReasonWithoutCauseOnce() {
        assertThat(new MySqlException("source", "reading", new SQLException("No operations allowed")))
                .hasMessage("source: reading failed: No operations allowed");
    }
}
