package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicationAccountCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAnAccountThatMayReplicate() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAnAccountThatIsNotThere() {
        source.replicationAccounts = List.of();

        said().blocks("FM1023", "replication account repl", "does not exist on the source", "CREATE USER 'repl'@'%'");
    }

    @Test
    void blocksAnAccountThatMayNotReplicate() {
        account("mysql_native_password", false, false);

        said().blocks("FM1023", "replication account repl", "lacks REPLICATION SLAVE", "GRANT REPLICATION SLAVE");
    }

    @Test
    void blocksAnAccountThatWantsTlsWithoutACertificate() {
        account("mysql_native_password", true, true);

        said().blocks("FM1024", "replication account repl@%", "error 1045", "source.replication.ca");
    }

    @Test
    void blocksAPasswordThatNeedsTlsWithoutACertificate() {
        account("caching_sha2_password", false, true);

        said().blocks("FM1024", "replication account repl@%", "error 2061", "source.replication.ca");
    }

    @Test
    void hasNothingAgainstTlsWithACertificate() {
        account("caching_sha2_password", true, true);
        Plan plan = Inventories.planReplacing("user: repl,", "user: repl, ca: ca.pem,");

        assertThat(new ReplicationAccountCheck().findings(plan, source.seen())).isEmpty();
    }

    @Test
    void saysNothingOfAnAccountThatTheRunMakes() {
        source.replicationAccounts = List.of();
        assertThat(new ReplicationAccountCheck().findings(creating(), source.seen()))
                .isEmpty();

        source.version = "9.1.0";
        new Said(new ReplicationAccountCheck().findings(creating(), source.seen()))
                .blocks("FM1024", "replication account repl", "over TLS only", "source.replication.ca");
    }

    @Test
    void blocksAnAccountOfThatNameThatTheRunDidNotMake() {
        new Said(Checks.ofOwnAccount(creating(), source.seen()))
                .blocks("FM1026", "replication account repl", "did not make it: repl@%", "Choose another");
        source.replicationAccounts = List.of();
        assertThat(Checks.ofOwnAccount(creating(), source.seen())).isEmpty();
    }

    private static Plan creating() {
        return Inventories.planReplacing("password: { env: REPL_PASSWORD }", "create: true");
    }

    private void account(String plugin, boolean requiresTls, boolean mayReplicate) {
        source.replicationAccounts = List.of(new ReplicationAccount("repl", "%", plugin, requiresTls, mayReplicate));
    }

    private Said said() {
        return new Said(new ReplicationAccountCheck().findings(Inventories.plan(), source.seen()));
    }
}
