package io.flexmigrate.stage.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.plan.LinkMode;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LinkChoiceTest {

    private static final Map<String, Integer> BOTH =
            Map.of(DataInReplication.CHANGE_BY_POSITION, 7, DataInReplication.CHANGE_BY_GTID, 5);
    private static final Map<String, Integer> BY_GTID = Map.of(DataInReplication.CHANGE_BY_GTID, 5);

    @Test
    void prefersThePositionWhichChangesNothingOnTheTarget() {
        assertThat(choice("auto", BOTH, "ON", "ON").mode()).isEqualTo(LinkMode.POSITION);
        assertThat(choice("auto", BOTH, "OFF", "OFF").mode()).isEqualTo(LinkMode.POSITION);
    }

    @Test
    void takesGtidsWhereOnlyThoseAreOfferedAndSaysWhy() {
        LinkChoice choice = choice("auto", BY_GTID, "ON", "ON");

        assertThat(choice.isByGtid()).isTrue();
        assertThat(choice.reason()).isEqualTo("the target lacks mysql.az_replication_change_master");
    }

    @Test
    void findsNoWayWhereGtidsAreOff() {
        LinkChoice choice = choice("auto", BY_GTID, "OFF", "ON");

        assertThat(choice.isPossible()).isFalse();
        assertThat(choice.reason())
                .contains("lacks mysql.az_replication_change_master", "gtid_mode is OFF on the source");
    }

    @Test
    void doesWhatThePlanSaysOrSaysWhyNot() {
        assertThat(choice("gtid", BOTH, "ON", "ON").isByGtid()).isTrue();
        assertThat(choice("gtid", BOTH, "ON", "OFF").isPossible()).isFalse();
        assertThat(choice("position", BY_GTID, "ON", "ON").isPossible()).isFalse();
    }

    @Test
    void takesNoProcedureOfAnotherForm() {
        LinkChoice choice = choice("position", Map.of(DataInReplication.CHANGE_BY_POSITION, 6), "OFF", "OFF");

        assertThat(choice.isPossible()).isFalse();
        assertThat(choice.reason())
                .isEqualTo("mysql.az_replication_change_master takes 6 parameters, documented are 7");
    }

    private static LinkChoice choice(String mode, Map<String, Integer> procedures, String source, String target) {
        return LinkChoice.of(plan(mode), procedures, source, target);
    }

    private static Plan plan(String mode) {
        return new PlanReader().read(Path.of("plan.yaml"), """
                        version: 1
                        name: shop
                        source:
                          host: db1
                          user: migrate
                          password: { env: SOURCE_PASSWORD }
                          replication: { host: db1, user: repl, password: { env: REPL_PASSWORD } }
                        target: { kind: flexible-server, host: shop, user: admin1, password: { env: TARGET_PASSWORD } }
                        link: { mode: %s }
                        """.formatted(mode)).plan();
    }
}
