package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SourcePrivilegesCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAllPrivileges() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstJustWhatIsNeededOn57() {
        source.version = "5.7.22";
        source.privileges = Set.of(
                "SELECT",
                "RELOAD",
                "PROCESS",
                "REPLICATION CLIENT",
                "REPLICATION SLAVE",
                "SHOW VIEW",
                "TRIGGER",
                "EVENT",
                "SUPER");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstJustWhatIsNeededOn80() {
        source.privileges = Set.of(
                "SELECT",
                "RELOAD",
                "PROCESS",
                "REPLICATION CLIENT",
                "REPLICATION SLAVE",
                "SHOW VIEW",
                "TRIGGER",
                "EVENT",
                "XA_RECOVER_ADMIN",
                "SYSTEM_VARIABLES_ADMIN",
                "CONNECTION_ADMIN");

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void asksForTheRightToMakeTheReplicationAccountWhereThePlanWantsThat() {
        Plan creating = Inventories.planReplacing("password: { env: REPL_PASSWORD }", "create: true");

        new Said(new SourcePrivilegesCheck().findings(creating, source.seen()))
                .blocks(
                        "FM1020",
                        "source account migrate",
                        "may not make the replication account",
                        "GRANT CREATE USER, REPLICATION SLAVE ON *.* TO 'migrate'@'<host>' WITH GRANT OPTION;");
        source.privileges = Set.of("ALL PRIVILEGES", "REPLICATION SLAVE WITH GRANT OPTION");
        assertThat(new SourcePrivilegesCheck().findings(creating, source.seen()))
                .isEmpty();
    }

    @Test
    void namesEveryMissingPrivilegeOnce() {
        source.version = "5.7.22";
        source.privileges = Set.of("SELECT", "PROCESS", "REPLICATION CLIENT", "SHOW VIEW", "TRIGGER");

        said().blocks(
                        "FM1020",
                        "source account migrate",
                        "lacks RELOAD, REPLICATION SLAVE, EVENT, SUPER on *.*",
                        "GRANT RELOAD, REPLICATION SLAVE, EVENT, SUPER ON *.* TO 'migrate'@'<host>';");
    }

    @Test
    void asksForTheDynamicPrivilegesOn80() {
        source.privileges = Set.of(
                "SELECT",
                "RELOAD",
                "PROCESS",
                "REPLICATION CLIENT",
                "REPLICATION SLAVE",
                "SHOW VIEW",
                "TRIGGER",
                "EVENT");

        said().blocks(
                        "FM1020",
                        "source account migrate",
                        "XA_RECOVER_ADMIN",
                        "SYSTEM_VARIABLES_ADMIN",
                        "CONNECTION_ADMIN");
    }

    private Said said() {
        return new Said(new SourcePrivilegesCheck().findings(Inventories.plan(), source.seen()));
    }
}
