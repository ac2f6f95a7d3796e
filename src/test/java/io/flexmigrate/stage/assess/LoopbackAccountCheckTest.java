package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackAccountCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstOtherHosts() {
        source.accounts = List.of(
                AccountSample.of("app@%").build(), AccountSample.of("app@10.%").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAnAccountForTheOwnMachine() {
        source.accounts = List.of(AccountSample.of("cron@localhost")
                .onTable("shop", "log", "INSERT", "UPDATE (`note`)")
                .global("SUPER", "PROCESS", "GRANT OPTION")
                .build());

        said().warns(
                        "FM1301",
                        "source account cron@localhost",
                        "own machine only",
                        "CREATE USER `cron`@`%` IDENTIFIED BY '<password>';",
                        "GRANT PROCESS ON *.* TO `cron`@`%` WITH GRANT OPTION;",
                        "GRANT INSERT, UPDATE (`note`) ON `shop`.`log` TO `cron`@`%`;");
    }

    @Test
    void hasNothingToSayOfOtherTargets() {
        source.accounts = List.of(AccountSample.of("cron@127.0.0.1").build());

        assertThat(said(Inventories.planReplacing("kind: flexible-server", "kind: mysql"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new LoopbackAccountCheck().findings(plan, source.seen()));
    }
}
