package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProxyCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstAccountsThatActForThemselves() {
        source.accounts = List.of(
                AccountSample.of("app@%").build(),
                AccountSample.of("root@localhost").actsFor("@").build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void namesWhomAnAccountActsFor() {
        source.accounts = List.of(
                AccountSample.of("people@%").actsFor("clerk@%").build(),
                AccountSample.of("clerk@%").on("shop", "SELECT").build());

        Finding finding = said().findings().get(0);

        assertThat(finding.code()).isEqualTo("FM1307");
        assertThat(finding.subject()).isEqualTo("source account people@%");
        assertThat(finding.message()).isEqualTo("It may act for clerk@%.");
        assertThat(finding.remedy()).contains("GRANT SELECT ON `shop`.* TO `people`@`%`;");
    }

    @Test
    void namesEverybody() {
        source.accounts = List.of(AccountSample.of("people@%").actsFor("@%").build());

        assertThat(said().findings()).extracting(Finding::message).containsExactly("It may act for everybody.");
    }

    @Test
    void hasNothingToSayOfOtherTargets() {
        source.accounts =
                List.of(AccountSample.of("people@%").actsFor("clerk@%").build());

        assertThat(said(Inventories.planReplacing("kind: flexible-server", "kind: mysql"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new ProxyCheck().findings(plan, source.seen()));
    }
}
