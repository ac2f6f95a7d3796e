package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TargetPrivilegesCheckTest {

    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstTheAdministrator() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void namesEveryMissingPrivilege() {
        target.privileges = Set.of(
                "SELECT",
                "INSERT",
                "UPDATE",
                "DELETE",
                "CREATE",
                "DROP",
                "ALTER",
                "INDEX",
                "REFERENCES",
                "CREATE VIEW",
                "SHOW VIEW",
                "CREATE ROUTINE",
                "ALTER ROUTINE",
                "EXECUTE",
                "PROCESS",
                "REPLICATION CLIENT");

        said().blocks(
                        "FM1022",
                        "target account admin1",
                        "lacks EVENT, TRIGGER on *.*",
                        "GRANT EVENT, TRIGGER ON *.* TO 'admin1'");
    }

    private Said said() {
        return new Said(new TargetPrivilegesCheck().findings(Inventories.plan(), target.seen()));
    }
}
