package io.flexmigrate.stage.accounts;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.AccountDefinitions;
import io.flexmigrate.mysql.HostPattern;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which accounts of the source can be copied, and what of them. */
record Selection(Plan plan, List<String> databases, TargetFace target) {

    /** Accounts that servers, their packages and clouds make for themselves. */
    private static final Set<String> SYSTEM_USERS =
            Set.of("mysql.sys", "mysql.session", "mysql.infoschema", "debian-sys-maint", "rdsadmin", "azure_superuser");

    /** azure security-how-to-create-users. */
    private static final Set<String> RESERVED = Set.of("admin", "administrator", "root", "guest", "public");

    CopyPlan of(AccountDefinitions source) {
        List<Omission> omissions = new ArrayList<>();
        List<AccountDefinition> chosen = new ArrayList<>();
        for (AccountDefinition account : source.all()) {
            if (!isOurBusiness(account.name())) {
                continue;
            }
            objection(account).ifPresentOrElse(omissions::add, () -> chosen.add(account));
        }
        Set<AccountName> names = new HashSet<>(target.accounts().byName().keySet());
        chosen.forEach(account -> names.add(account.name()));
        Narrowing narrowing = new Narrowing(plan, databases, target, names, source.partialRevokes());
        List<AccountDefinition> accounts = chosen.stream()
                .map(account -> narrowing.narrowed(account, omissions))
                .toList();
        return new CopyPlan(accounts, omissions);
    }

    private boolean isOurBusiness(AccountName name) {
        boolean isFirstRoot = name.user().equals("root") && new HostPattern(name.host()).isLoopback();
        return !isFirstRoot
                && !SYSTEM_USERS.contains(name.user())
                && !name.user().equals(plan.source().endpoint().user())
                && !name.user().equals(plan.source().replication().user())
                && !plan.accounts().excludes(name);
    }

    private Optional<Omission> objection(AccountDefinition account) {
        AccountName name = account.name();
        if (name.user().isEmpty()) {
            return whole(
                    name, "It has no name: everybody may log in by it.", "Give its clients an account with a name.");
        }
        if (!AccountName.parse(name.toString()).equals(name)) {
            return whole(name, "Its host holds an @, which no client's host does.", "");
        }
        if (name.user().equals(plan.target().endpoint().user())) {
            return whole(
                    name,
                    "Our own account on the target has that user name, and must not be kept from logging in.",
                    "Make it by hand when the migration is over.");
        }
        if (isFlexible() && RESERVED.contains(name.user().toLowerCase(Locale.ROOT))) {
            return whole(
                    name,
                    "A flexible server keeps the user name " + name.user() + " for itself.",
                    "Give its clients an account of another name.");
        }
        if (isFlexible() && new HostPattern(name.host()).isLoopback()) {
            return whole(
                    name,
                    "Nobody is on the same machine as a flexible server.",
                    "Make it for the addresses its clients will come from.");
        }
        return plugin(account);
    }

    private Optional<Omission> plugin(AccountDefinition account) {
        String plugin = account.terms().proof().plugin();
        return target.plugins().contains(plugin)
                ? Optional.empty()
                : whole(
                        account.name(),
                        "It logs in by " + (plugin.isEmpty() ? "no plugin" : plugin)
                                + ", which the target does not have.",
                        "Make it on the target with a password, and give that to its clients.");
    }

    private boolean isFlexible() {
        return plan.target().kind() == Plan.TargetKind.FLEXIBLE_SERVER;
    }

    private static Optional<Omission> whole(AccountName name, String why, String instead) {
        return Optional.of(Omission.whole(name, why, instead));
    }
}
