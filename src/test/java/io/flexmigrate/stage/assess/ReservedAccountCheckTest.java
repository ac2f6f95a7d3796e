package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservedAccountCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstOtherNames() {
        source.accounts = List.of(
                AccountSample.of("shop_app@%").build(),
                AccountSample.of("roots@%").build(),
                AccountSample.of("root@localhost").global("SUPER").build(),
                AccountSample.of("root@%").global("SUPER").build(),
                AccountSample.role("public@%").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfANameThatIsTaken() {
        source.accounts =
                List.of(AccountSample.of("Admin@10.%").on("shop", "INSERT").build());

        said().warns(
                        "FM1300",
                        "source account Admin@10.%",
                        "reserved",
                        "CREATE USER `Admin_app`@`10.%` IDENTIFIED BY '<password>';",
                        "GRANT INSERT ON `shop`.* TO `Admin_app`@`10.%`;");
    }

    @Test
    void warnsOfRootWhenSomebodyUsesItFromAfar() {
        source.accounts = List.of(AccountSample.of("root@%").global("SUPER").build());
        source.sessions = List.of(AccountSample.sessions("root", "10.0.0.7", 1));

        said().warns("FM1300", "source account root@%", "reserved");
    }

    @Test
    void hasNothingToSayOfOtherTargets() {
        source.accounts = List.of(AccountSample.of("guest@%").build());

        assertThat(said(Inventories.planReplacing("kind: flexible-server", "kind: mysql"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new ReservedAccountCheck().findings(plan, source.seen()));
    }
}
