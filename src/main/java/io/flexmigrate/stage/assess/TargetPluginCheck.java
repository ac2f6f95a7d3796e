package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;

/** FM1303: the kind of password of every account is one that the target has switched on. */
final class TargetPluginCheck implements Check<BothServers> {

    private static final Rule RULE = Rule.of(
            "FM1303",
            "The target has the login plugins of the source's accounts",
            "mysql_native_password is switched off in MySQL 8.4 and gone in 9.0: an account that has it cannot be made there, or"
                    + " cannot log in.",
            "https://dev.mysql.com/doc/refman/8.4/en/native-pluggable-authentication.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Set<String> active = seen.target().part(TargetLoginPlugins.class).active();
        return seen.source().part(SourceAccounts.class).logins(plan).stream()
                .filter(account ->
                        LoginPluginCheck.MOVABLE.contains(account.login().plugin()))
                .filter(account -> !active.contains(account.login().plugin()))
                .map(account -> finding(account, seen.target().server().versionText()))
                .toList();
    }

    private static Finding finding(Account account, String version) {
        return RULE.warning(
                "source account " + account.name(),
                "It logs in by " + account.login().plugin() + ", which is not active on the target (" + version + ").",
                "See that its clients know caching_sha2_password, and change the account on the source while there is time"
                        + " (8.0 and newer):\nALTER USER "
                        + account.name().quoted() + " IDENTIFIED WITH caching_sha2_password BY '<password>';");
    }
}
