package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.DataInReplication;
import org.junit.jupiter.api.Test;

class LinkModeCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void takesAServerWithHighAvailabilityOfTodayWhenBothHaveGtids() {
        target.procedures.remove(DataInReplication.CHANGE_BY_POSITION);
        target.procedures.put("az_replication_change_master_with_gtid", 5);
        said().blocks(
                        "FM1034",
                        "link.mode",
                        "the target lacks mysql.az_replication_change_master; gtid_mode is OFF on the source and OFF on the target",
                        "az mysql flexible-server update --resource-group <resource-group> --name shop"
                                + " --high-availability Disabled");

        source.variables.put("gtid_mode", "ON");
        target.variables.put("gtid_mode", "ON");
        assertThat(said().findings()).isEmpty();
    }

    @Test
    void refusesAModeThatTheServersCannotDo() {
        said("link: { mode: gtid }")
                .blocks("FM1034", "link.mode", "the target lacks mysql.az_replication_change_master_with_gtid");
        assertThat(said("link: { mode: position }").findings()).isEmpty();
    }

    @Test
    void blocksAProcedureThatTakesOtherParameters() {
        target.procedures.put(DataInReplication.CHANGE_BY_POSITION, 5);

        said().blocks("FM1034", "link.mode", "takes 5 parameters", "target.host");
    }

    @Test
    void leavesATargetWithoutAnyProcedureToTheCheckOfThose() {
        target.procedures.clear();

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void refusesGtidsForAPlainTargetThatCannotBeToldTransactions() {
        source.variables.put("gtid_mode", "ON");
        target.variables.put("gtid_mode", "ON");
        target.version = "5.7.44";

        plain().blocks("FM1034", "link.mode", "5.7 cannot be told the snapshot's transactions", "mode: position");
        target.version = "8.0.15";
        assertThat(plain().findings()).isEmpty();
        target.variables.put("gtid_mode", "OFF");
        plain().blocks("FM1034", "link.mode", "not ON on both", "Leave link.mode as auto");
    }

    private Said plain() {
        return new Said(new LinkModeCheck()
                .findings(
                        Inventories.planReplacing(
                                "target:\n  kind: flexible-server", "link: { mode: gtid }\ntarget:\n  kind: mysql"),
                        new BothServers(source.seen(), target.seen())));
    }

    private Said said() {
        return said("");
    }

    private Said said(String section) {
        return new Said(new LinkModeCheck()
                .findings(
                        Inventories.planWith("cutover: { way_back: none }\n" + section),
                        new BothServers(source.seen(), target.seen())));
    }
}
