package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenAccountCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstPasswordsAndOtherSecrets() {
        source.accounts = List.of(
                AccountSample.of("app@%").build(),
                AccountSample.of("unix@%")
                        .plugin("auth_socket")
                        .withoutPassword()
                        .build(),
                AccountSample.role("writers@%").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAccountsWithoutAPassword() {
        source.accounts = List.of(
                AccountSample.of("one@%").withoutPassword().build(),
                AccountSample.of("t`wo@%").withoutPassword().build());

        said().warns(
                        "FM1306",
                        "source accounts",
                        "one@%, t`wo@%",
                        "ALTER USER `one`@`%` IDENTIFIED BY '<password>';\nALTER USER `t``wo`@`%` IDENTIFIED BY");
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new OpenAccountCheck().findings(plan, source.seen()));
    }
}
