package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockedAccountCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstOpenAccountsAndRoles() {
        source.accounts = List.of(
                AccountSample.of("app@%").build(),
                AccountSample.role("writers@%").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void namesThoseThatAreNotOpen() {
        source.accounts = List.of(
                AccountSample.of("old@%").locked().build(),
                AccountSample.of("new@%").expired().build());

        Finding finding = said().findings().get(0);

        assertThat(finding.code()).isEqualTo("FM1305");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.message()).contains("new@% (expired), old@% (locked)");
        assertThat(finding.remedy())
                .contains("ALTER USER `old`@`%` ACCOUNT LOCK;", "ALTER USER `new`@`%` PASSWORD EXPIRE;");
    }

    @Test
    void hasNothingToSayOfOtherTargets() {
        source.accounts = List.of(AccountSample.of("app@%").locked().build());

        assertThat(said(Inventories.planReplacing("kind: flexible-server", "kind: mysql"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new LockedAccountCheck().findings(plan, source.seen()));
    }
}
