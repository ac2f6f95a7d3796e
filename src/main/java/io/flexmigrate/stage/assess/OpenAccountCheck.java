package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** FM1306: every account has a password. */
final class OpenAccountCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1306",
            "Every account has a password",
            "A server in the cloud can be reached by more people than one at home; an account without a password must not go"
                    + " there.",
            "https://dev.mysql.com/doc/refman/8.0/en/assigning-passwords.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Account> open = seen.part(SourceAccounts.class).logins(plan).stream()
                .filter(account -> account.login().isOpen())
                .toList();
        if (open.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.warning(
                "source accounts",
                "Without a password: "
                        + Listing.of(open.stream()
                                .map(account -> account.name().toString())
                                .toList())
                        + ".",
                "Give each a password, or drop it:\n"
                        + open.stream()
                                .map(account ->
                                        "ALTER USER " + account.name().quoted() + " IDENTIFIED BY '<password>';")
                                .collect(Collectors.joining("\n"))));
    }
}
