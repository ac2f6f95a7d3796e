package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Severity;
import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class DroppedPrivilegesCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstWhatAnAdministratorMayGrant() {
        source.accounts = List.of(AccountSample.of("app@%")
                .global("SELECT", "INSERT", "RELOAD", "PROCESS", "CREATE USER", "GRANT OPTION")
                .dynamic("XA_RECOVER_ADMIN", "ROLE_ADMIN", "SHOW_ROUTINE")
                .build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void namesWhatAnAccountLoses() {
        source.accounts = List.of(AccountSample.of("app@%")
                .global("SELECT", "SUPER", "FILE")
                .dynamic("XA_RECOVER_ADMIN", "BACKUP_ADMIN")
                .build());

        Finding finding = said().findings().get(0);

        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.code()).isEqualTo("FM1304");
        assertThat(finding.message()).isEqualTo("On the target it loses BACKUP_ADMIN, FILE, SUPER on *.*.");
        assertThat(finding.remedy()).contains("GRANT SELECT, XA_RECOVER_ADMIN ON *.* TO `app`@`%`;");
    }

    @Test
    void warnsWhenAGroupNeedsTheAccount() {
        source.accounts = List.of(AccountSample.of("app@%").global("FILE").build());

        said(Inventories.planWith("cutover: { way_back: none, groups: [{ name: g, accounts: ['app@%'] }] }"))
                .warns("FM1304", "source account app@%", "loses FILE");
    }

    @Test
    void asksForRolesToo() {
        source.accounts =
                List.of(AccountSample.role("ops@%").dynamic("SYSTEM_USER").build());

        assertThat(said().findings()).extracting(Finding::subject).containsExactly("source account ops@%");
    }

    @Test
    void hasNothingToSayOfOtherTargets() {
        source.accounts = List.of(AccountSample.of("app@%").global("FILE").build());

        assertThat(said(Inventories.planReplacing("kind: flexible-server", "kind: mysql"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new DroppedPrivilegesCheck().findings(plan, source.seen()));
    }
}
