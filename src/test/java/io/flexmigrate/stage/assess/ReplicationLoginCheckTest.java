package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicationLoginCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAnOpenAccount() {
        source.accounts = List.of(
                AccountSample.of("repl@%").plugin("mysql_native_password").build(),
                AccountSample.of("other@localhost").locked().expired().build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void leavesAnAccountThatIsNotThereToOthers() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksALockedAccount() {
        source.accounts = List.of(AccountSample.of("repl@%").locked().build());

        said().blocks("FM1313", "replication account repl@%", "It is locked.", "ALTER USER `repl`@`%` ACCOUNT UNLOCK;");
    }

    @Test
    void blocksAnExpiredPassword() {
        source.accounts = List.of(AccountSample.of("repl@%").expired().build());

        said().blocks("FM1313", "replication account repl@%", "has expired", "PASSWORD EXPIRE NEVER;");
    }

    @Test
    void warnsOfALockedHostBesideAnOpenOne() {
        source.accounts = List.of(
                AccountSample.of("repl@%").build(),
                AccountSample.of("repl@10.%").locked().build());

        said().warns("FM1313", "replication account repl@10.%", "Another host of this user is open");
    }

    @Test
    void warnsOfAPasswordThatNeedsAKey() {
        source.accounts =
                List.of(AccountSample.of("repl@%").plugin("sha256_password").build());

        said().warns("FM1312", "replication account repl@%", "not encrypted", "source.replication.ca");
        assertThat(said(Inventories.planReplacing("user: repl,", "user: repl, ca: ca.pem,"))
                        .findings())
                .isEmpty();
    }

    @Test
    void blocksAnAccountThatCannotComeFromTheTarget() {
        source.accounts = List.of(
                AccountSample.of("repl@localhost").global("REPLICATION SLAVE").build(),
                AccountSample.of("repl@127.0.0.1").build());

        List<Finding> findings = said().findings();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.BLOCKER);
        assertThat(findings.get(0).code()).isEqualTo("FM1314");
        assertThat(findings.get(0).remedy())
                .contains("CREATE USER `repl`@`%`", "GRANT REPLICATION SLAVE ON *.* TO `repl`@`%`;");
    }

    @Test
    void letsServersOfOneMachineMeetThere() {
        source.accounts = List.of(AccountSample.of("repl@localhost").build());

        assertThat(said(Inventories.planReplacing("host: shop.mysql.database.azure.com", "host: 127.0.0.1"))
                        .findings())
                .isEmpty();
        assertThat(said(Inventories.planReplacing("replication: { host: db1", "replication: { host: localhost"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new ReplicationLoginCheck().findings(plan, source.seen()));
    }
}
