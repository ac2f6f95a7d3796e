package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.mysql.Account.Tls;
import io.flexmigrate.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientCertificateCheckTest {

    private final SourceSample source = new SourceSample();

    @Test
    void hasNothingAgainstTlsAlone() {
        source.accounts = List.of(
                AccountSample.of("a@%").build(),
                AccountSample.of("b@%").tls(Tls.ENCRYPTED).build());

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void warnsOfAnAccountThatMustShowACertificate() {
        source.accounts = List.of(AccountSample.of("a@%").tls(Tls.CERTIFICATE).build());

        said().warns(
                        "FM1308",
                        "source account a@%",
                        "REQUIRE X509",
                        "CREATE USER `a`@`%` IDENTIFIED BY '<password>' REQUIRE SSL;");
    }

    @Test
    void warnsOfAnAccountThatMustShowACertainOne() {
        source.accounts =
                List.of(AccountSample.of("a@%").tls(Tls.CERTIFICATE_OF_SOMEBODY).build());

        said().warns("FM1308", "source account a@%", "REQUIRE ISSUER or SUBJECT");
    }

    @Test
    void hasNothingToSayOfOtherTargets() {
        source.accounts = List.of(AccountSample.of("a@%").tls(Tls.CERTIFICATE).build());

        assertThat(said(Inventories.planReplacing("kind: flexible-server", "kind: mysql"))
                        .findings())
                .isEmpty();
    }

    private Said said() {
        return said(Inventories.plan());
    }

    private Said said(Plan plan) {
        return new Said(new ClientCertificateCheck().findings(plan, source.seen()));
    }
}
