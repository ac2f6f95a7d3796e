package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1309: there is no account, and no grant, without a user name. */
final class AnonymousAccountCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1309",
            "There are no anonymous accounts",
            "What is granted to the empty user name is granted to everybody; it is not moved, and whoever lives on it loses it.",
            "https://dev.mysql.com/doc/refman/8.0/en/default-privileges.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        return seen.part(SourceAccounts.class).concerned(plan).stream()
                .filter(account -> account.name().user().isEmpty())
                .map(AnonymousAccountCheck::finding)
                .toList();
    }

    private static Finding finding(Account account) {
        boolean isAccount = !account.login().plugin().isEmpty();
        List<String> databases =
                account.grants().databases().keySet().stream().sorted().toList();
        String granted = databases.isEmpty() ? "" : ", with grants on " + Listing.of(databases);
        String remedy = isAccount
                ? "DROP USER " + account.name().quoted() + ";"
                : "DELETE FROM mysql.db WHERE User = '' AND Host = '"
                        + account.name().host().replace("'", "''") + "';\nFLUSH PRIVILEGES;";
        return RULE.warning(
                "source account ''" + account.name(),
                (isAccount ? "Everybody may log in without a name" : "There are grants for everybody") + granted + ".",
                "Remove it on the source, and see that nobody needed it:\n" + remedy);
    }
}
