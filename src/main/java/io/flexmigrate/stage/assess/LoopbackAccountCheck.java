package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.HostPattern;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1301: no account is for clients on the server's own machine only. */
final class LoopbackAccountCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1301",
            "Accounts can log in from another machine",
            "Nobody is on the same machine as a flexible server, so an account for localhost cannot log in there; Azure's own"
                    + " import does not take such accounts either.",
            "https://learn.microsoft.com/azure/mysql/migrate/migrate-external-mysql-import-cli");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(SourceAccounts.class).forFlexibleServer(plan).stream()
                .filter(account -> new HostPattern(account.name().host()).isLoopback())
                .map(LoopbackAccountCheck::finding)
                .toList();
    }

    private static Finding finding(Account account) {
        return RULE.warning(
                "source account " + account.name(),
                "It can log in from the source's own machine only.",
                "If its clients go to the target, make the account there for the addresses they will come from; otherwise name"
                        + " it in accounts.exclude:\n"
                        + AccountStatements.ofHost(account, "%").all());
    }
}
