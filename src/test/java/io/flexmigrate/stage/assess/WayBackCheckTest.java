package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WayBackCheckTest {

    private static final Plan REQUIRED = Inventories.planWith("cutover: { way_back: required }");
    private static final Plan BEST_EFFORT = Inventories.planWith("cutover: { way_back: best-effort }");

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample().with("binlog_expire_logs_seconds", "86400");

    @BeforeEach
    void letTheTargetGrant() {
        source.privileges = Set.of("ALL PRIVILEGES");
        source.version = "8.0.15";
        target.privileges = Set.of("CREATE USER", "REPLICATION SLAVE", "REPLICATION SLAVE WITH GRANT OPTION");
    }

    @Test
    void hasNothingAgainstAPairOfOneVersionAndSaysWhatItCannotSee() {
        assertThat(findings(REQUIRED))
                .singleElement()
                .returns("FM1322", Finding::code)
                .returns(Severity.INFO, Finding::severity)
                .returns("target shop.mysql.database.azure.com:3306", Finding::subject);
    }

    @Test
    void hasNothingToSayWhereThePlanWantsNone() {
        source.version = "5.7.22";
        assertThat(findings(Inventories.plan())).isEmpty();
    }

    @Test
    void blocksANewerTargetUnlessItIsOnlyToBeTried() {
        source.version = "5.7.22";
        target.with("collation_server", "utf8mb4_0900_ai_ci");

        said(REQUIRED).blocks("FM1320", "way back", "from 8.0.15 back to 5.7.22", "utf8mb4_0900_ai_ci", "best-effort");
        said(BEST_EFFORT).warns("FM1320", "way back", "from 8.0.15 back to 5.7.22");
    }

    @ParameterizedTest
    @CsvSource({
        "log_bin, OFF, target log_bin, writes no binlog",
        "server_id, 7, server_id, for its own",
        "gtid_mode, ON, gtid_mode, Give both the same",
        "binlog_expire_logs_seconds, 0, target binlog_expire_logs_seconds, az mysql flexible-server parameter set"
    })
    void blocksASettingOfTheTargetThatWouldKeepTheSourceFromFollowing(
            String variable, String value, String subject, String words) {
        source.with("server_id", "7").with("gtid_mode", "OFF");
        assertThat(findings(REQUIRED)).hasSize(1);

        target.with(variable, value);

        said(REQUIRED).blocks("FM1321", subject, words);
        said(BEST_EFFORT).warns("FM1321", subject, words);
    }

    @Test
    void blocksAccountsThatMayNotMakeIt() {
        source.privileges = Set.of("SELECT");
        said(REQUIRED).blocks("FM1321", "source account migrate", "GRANT REPLICATION_SLAVE_ADMIN ON *.*");

        source.privileges = Set.of("REPLICATION_SLAVE_ADMIN");
        target.privileges = Set.of("CREATE USER", "REPLICATION SLAVE");
        said(REQUIRED).blocks("FM1321", "target account admin1", "WITH GRANT OPTION");
    }

    private List<Finding> findings(Plan plan) {
        return new WayBackCheck().findings(plan, new BothServers(source.seen(), target.seen()));
    }

    /** But for what it cannot see. */
    private Said said(Plan plan) {
        return new Said(findings(plan).stream()
                .filter(finding -> !finding.code().equals("FM1322"))
                .toList());
    }
}
