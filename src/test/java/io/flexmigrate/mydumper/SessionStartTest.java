package io.flexmigrate.mydumper;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.ServerVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionStartTest {

    private static final ToolVersion NEWEST = Versions.release(Tool.MYDUMPER, 1, 0, 1);

    @Test
    void beginsADumpWithPatienceAndAModeThatChangesNoValue() {
        assertThat(SessionStart.ofDump(Versions.DEBIAN, new ServerVersion(5, 7, 22), Duration.ofMillis(300)))
                .isEqualTo("SET SESSION lock_wait_timeout=1, sql_mode='NO_AUTO_VALUE_ON_ZERO'");
    }

    @Test
    void asksNewServersForWhatTheToolExpects() {
        assertThat(SessionStart.ofDump(Versions.DEBIAN, new ServerVersion(8, 0, 15), Duration.ofSeconds(5)))
                .isEqualTo("SET SESSION lock_wait_timeout=5, information_schema_stats_expiry=0,"
                        + " sql_mode='NO_AUTO_VALUE_ON_ZERO'");
        assertThat(SessionStart.ofDump(NEWEST, new ServerVersion(9, 7, 4), Duration.ofSeconds(5)))
                .endsWith("sql_mode='NO_AUTO_VALUE_ON_ZERO', explain_format='TRADITIONAL'");
    }

    @Test
    void beginsALoadWithTheSameMode() {
        assertThat(SessionStart.ofLoad()).isEqualTo("SET SESSION sql_mode='NO_AUTO_VALUE_ON_ZERO'");
    }
}
