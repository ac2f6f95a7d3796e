package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** FM1305: no account is locked or waits for a new password: a copy on a flexible server would not be. */
final class LockedAccountCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1305",
            "No account is locked or has an expired password",
            "The lock of an account and the age of its password do not move with it: on the target it could log in again.",
            "https://learn.microsoft.com/azure/dms/concepts-migrate-azure-mysql-login-migration");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Account> closed = seen.part(SourceAccounts.class).forFlexibleServer(plan).stream()
                .filter(account -> account.login().locked() || account.login().expired())
                .toList();
        // because our own copy keeps both
        if (closed.isEmpty() || plan.accounts().copy()) {
            return List.of();
        }
        List<String> names = closed.stream()
                .map(account -> account.name() + (account.login().locked() ? " (locked)" : " (expired)"))
                .toList();
        return List.of(RULE.info(
                "source accounts",
                "Not open on the source: " + ShortList.of(names) + ".",
                "Drop those nobody needs, or close them on the target too once they are there:\n"
                        + closed.stream()
                                .flatMap(LockedAccountCheck::statements)
                                .collect(Collectors.joining("\n"))));
    }

    private static Stream<String> statements(Account account) {
        Stream<String> lock = account.login().locked() ? Stream.of(alter(account, "ACCOUNT LOCK")) : Stream.empty();
        Stream<String> expire =
                account.login().expired() ? Stream.of(alter(account, "PASSWORD EXPIRE")) : Stream.empty();
        return Stream.concat(lock, expire);
    }

    private static String alter(Account account, String clause) {
        return "ALTER USER " + account.name().quoted() + " " + clause + ";";
    }
}
