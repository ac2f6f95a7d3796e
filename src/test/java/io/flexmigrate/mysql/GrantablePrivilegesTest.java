package io.flexmigrate.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GrantablePrivilegesTest {

    @Test
    void readsWhatMayBeGrantedOnTheWholeServer() {
        GrantablePrivileges grantable = GrantablePrivileges.of(List.of(
                "GRANT SELECT, CREATE USER ON *.* TO `a`@`%` WITH GRANT OPTION",
                "GRANT XA_RECOVER_ADMIN,ROLE_ADMIN ON *.* TO `a`@`%` WITH GRANT OPTION",
                "GRANT BACKUP_ADMIN ON *.* TO `a`@`%`",
                "GRANT DROP ON `shop`.* TO `a`@`%` WITH GRANT OPTION"));

        assertThat(grantable.names())
                .containsExactlyInAnyOrder("SELECT", "CREATE USER", "GRANT OPTION", "XA_RECOVER_ADMIN", "ROLE_ADMIN");
        assertThat(grantable.has("SELECT (`a`)")).isTrue();
        assertThat(grantable.has("DROP")).isFalse();
    }

    @Test
    void knowsWhatAllIs() {
        assertThat(GrantablePrivileges.of(List.of("GRANT ALL PRIVILEGES ON *.* TO 'a'@'%' WITH GRANT OPTION"))
                        .names())
                .contains("SUPER", "SHOW DATABASES", "CREATE TEMPORARY TABLES")
                .doesNotContain("CREATE ROLE");
    }
}
