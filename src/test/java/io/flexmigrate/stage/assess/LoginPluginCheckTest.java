package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoginPluginCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstPasswords() {
        source.accounts = List.of(
                AccountSample.of("a@%").plugin("mysql_native_password").build(),
                AccountSample.of("b@%").plugin("caching_sha2_password").build(),
                AccountSample.of("c@%").plugin("sha256_password").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfEverythingElse() {
        source.accounts =
                List.of(AccountSample.of("backup@%").plugin("auth_socket").build());

        said().warns(
                        "FM1302",
                        "source account backup@%",
                        "logs in by auth_socket",
                        "CREATE USER `backup`@`%` IDENTIFIED BY '<password>';");
    }

    @Test
    void hasNothingToSayOfOtherTargets() {
        source.accounts =
                List.of(AccountSample.of("backup@%").plugin("auth_socket").build());

        assertThat(said(Inventories.planReplacing("kind: flexible-server", "kind: mysql"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new LoginPluginCheck().findings(plan, source.seen()));
    }
}
