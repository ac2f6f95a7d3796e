package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.mysql.ConnectedClients.Connected;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accounts and roles of the source, and who is connected by them now. */
record SourceAccounts(Accounts accounts, SourceSessions sessions) implements Part {

    /** Accounts that servers, their packages and clouds make for themselves. */
    private static final Set<String> SYSTEM_USERS =
            Set.of("mysql.sys", "mysql.session", "mysql.infoschema", "debian-sys-maint", "rdsadmin", "azure_superuser");

    /** The hosts of the superuser that every server has from the beginning: refman/5.7/en/default-privileges.html. */
    private static final Set<String> ROOT_HOSTS = Set.of("localhost", "127.0.0.1", "::1");

    /** The clients of each account that has some. */
    Map<AccountName, List<Connected>> clients() {
        return sessions.byAccount(accounts);
    }

    /** All but the server's own, the plan's own two and those the plan excludes; roles too. */
    List<Account> concerned(Plan plan) {
        Set<AccountName> connected = clients().keySet();
        return accounts.all().stream()
                .filter(account -> isConcerned(plan, account.name()))
                .filter(account -> !isIdleSuperuser(account, connected))
                .toList();
    }

    /** Those of them that people and programs log in with. */
    List<Account> logins(Plan plan) {
        return concerned(plan).stream()
                .filter(account -> !accounts.isRole(account))
                .filter(account -> !account.name().user().isEmpty())
                .toList();
    }

    /** Those of them that a flexible server would have to take; none where the target is another server. */
    List<Account> forFlexibleServer(Plan plan) {
        return plan.target().kind() == Plan.TargetKind.FLEXIBLE_SERVER ? logins(plan) : List.of();
    }

    private static boolean isConcerned(Plan plan, AccountName name) {
        return !isSystem(name)
                && !name.user().equals(plan.source().endpoint().user())
                && !name.user().equals(plan.source().replication().user())
                && plan.accounts().exclude().stream().noneMatch(text -> isNamed(text, name));
    }

    private static boolean isSystem(AccountName name) {
        return SYSTEM_USERS.contains(name.user()) || (name.user().equals("root") && ROOT_HOSTS.contains(name.host()));
    }

    /** Many servers let root in from everywhere, which says nothing until somebody uses it. */
    private static boolean isIdleSuperuser(Account account, Set<AccountName> connected) {
        return account.name().user().equals("root")
                && account.grants().global().contains("SUPER")
                && !connected.contains(account.name());
    }

    /** A text without a host means the user wherever it comes from. */
    private static boolean isNamed(String text, AccountName name) {
        return text.equals(name.user()) || text.equals(name.toString());
    }
}
