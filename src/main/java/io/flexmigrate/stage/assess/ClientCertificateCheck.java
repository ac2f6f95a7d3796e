package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1308: no account is asked for a certificate of its client. */
final class ClientCertificateCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1308",
            "No account must show a client certificate",
            "A flexible server trusts no certificates but its own and has no mutual TLS, so an account with REQUIRE X509, ISSUER"
                    + " or SUBJECT could not log in there.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/security-tls");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(SourceAccounts.class).forFlexibleServer(plan).stream()
                .filter(account -> account.login().tls().wantsCertificate())
                .map(ClientCertificateCheck::finding)
                .toList();
    }

    private static Finding finding(Account account) {
        String demand = account.login().tls() == Account.Tls.CERTIFICATE ? "REQUIRE X509" : "REQUIRE ISSUER or SUBJECT";
        return RULE.warning(
                "source account " + account.name(),
                "It has " + demand + ": its clients show a certificate when they log in.",
                "Let it log in on the target over TLS with its password alone, from few addresses:\n"
                        + AccountStatements.of(account).all());
    }
}
