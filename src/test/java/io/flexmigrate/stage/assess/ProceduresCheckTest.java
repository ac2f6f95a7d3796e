package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.DataInReplication;
import org.junit.jupiter.api.Test;

class ProceduresCheckTest {

    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAFlexibleServer() {
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksAServerWithoutProcedures() {
        target.procedures.clear();

        said().blocks(
                        "FM1030",
                        "target procedures",
                        "mysql.az_replication_change_master, mysql.az_replication_start",
                        "Disable high availability");
    }

    @Test
    void tellsAServerOf2021OrOfAnotherKindByItsLackOfProcedures() {
        target.procedures.clear();

        said().blocks("FM1030", "target procedures", "as it was in 2021, or it is not a flexible server");
    }

    @Test
    void namesTheProcedureThatIsMissing() {
        target.procedures.remove(DataInReplication.STOP);

        said().blocks("FM1030", "target procedures", "lacks mysql.az_replication_stop.");
    }

    private Said said() {
        return new Said(new ProceduresCheck().findings(Inventories.plan(), target.seen()));
    }
}
