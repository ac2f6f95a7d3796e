package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivilegesTest {

    @Test
    void takesThePrivilegesOfBothKinds() {
        Privileges privileges = granted(
                "GRANT SELECT, REPLICATION CLIENT, SHOW VIEW ON *.* TO `migrate`@`%` WITH GRANT OPTION",
                "GRANT CONNECTION_ADMIN,SYSTEM_VARIABLES_ADMIN ON *.* TO `migrate`@`%`");

        assertThat(privileges.global())
                .containsExactlyInAnyOrder(
                        "SELECT", "REPLICATION CLIENT", "SHOW VIEW", "CONNECTION_ADMIN", "SYSTEM_VARIABLES_ADMIN");
    }

    @Test
    void knowsWhetherReplicationMayBeGrantedToOthers() {
        assertThat(granted("GRANT SELECT, REPLICATION SLAVE ON *.* TO `m`@`%` WITH GRANT OPTION")
                        .mayGrant())
                .isTrue();
        assertThat(granted("GRANT ALL PRIVILEGES ON *.* TO 'm'@'%' WITH GRANT OPTION")
                        .mayGrant())
                .isTrue();
        assertThat(granted(
                                "GRANT REPLICATION SLAVE ON *.* TO `m`@`%`",
                                "GRANT SYSTEM_VARIABLES_ADMIN ON *.* TO `m`@`%` WITH GRANT OPTION")
                        .mayGrant())
                .isFalse();
        assertThat(granted("GRANT ALL PRIVILEGES ON *.* TO 'm'@'%'").mayGrant()).isFalse();
    }

    @Test
    void takesTheFormOf57() {
        assertThat(granted("GRANT RELOAD, SUPER ON *.* TO 'migrate'@'%'").has("SUPER"))
                .isTrue();
    }

    @Test
    void leavesOutWhatIsNotForTheWholeServer() {
        Privileges privileges = granted(
                "GRANT USAGE ON *.* TO `migrate`@`%`",
                "GRANT SELECT ON `mysql`.* TO `migrate`@`%`",
                "GRANT INSERT ON `shop`.`orders` TO `migrate`@`%`",
                "GRANT PROXY ON ''@'' TO 'migrate'@'%'",
                "GRANT `role`@`%` TO `migrate`@`%`");

        assertThat(privileges.global()).containsExactly("USAGE");
    }

    @Test
    void allPrivilegesAreEachOfThem() {
        Privileges privileges = granted("GRANT ALL PRIVILEGES ON *.* TO 'root'@'localhost' WITH GRANT OPTION");

        assertThat(privileges.has("RELOAD")).isTrue();
        assertThat(privileges.hasAny("SUPER", "CONNECTION_ADMIN")).isTrue();
    }

    @Test
    void hasAnyNeedsOne() {
        Privileges privileges = granted("GRANT RELOAD ON *.* TO 'migrate'@'%'");

        assertThat(privileges.hasAny("SUPER", "CONNECTION_ADMIN")).isFalse();
        assertThat(privileges.hasAny("SUPER", "RELOAD")).isTrue();
    }

    private static Privileges granted(String... grants) {
        return Privileges.read(new Answering(
                Stream.of(grants).map(grant -> Row.of(Map.of("Grants", grant))).toList()));
    }

    private record Answering(List<Row> rows) implements Session {

        @Override
        public List<Row> query(Sql sql) {
            assertThat(sql.text()).isEqualTo("SHOW GRANTS");
            return rows;
        }

        @Override
        public void execute(Sql sql) {
            throw new AssertionError("reading changes nothing");
        }

        @Override
        public void execute(Sql sql, Duration timeout) {
            throw new AssertionError("reading changes nothing");
        }

        @Override
        public List<Row> await(Sql sql, Duration timeout) {
            throw new AssertionError("reading waits for nothing");
        }

        @Override
        public void endureSilence(Duration longest) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isAlive(Duration timeout) {
            return true;
        }

        @Override
        public void close() {
            // because there is no connection
        }
    }
}
