package io.flexmigrate.stage.accounts;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.HostPattern;
import io.flexmigrate.plan.Plan;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What keeps a whole account from being copied.
 *
 * @param plugins by which accounts can log in on the target
 */
public record Objections(Plan plan, Set<String> plugins) {

    /** Accounts that servers, their packages and clouds make for themselves. */
    private static final Set<String> SYSTEM_USERS =
            Set.of("mysql.sys", "mysql.session", "mysql.infoschema", "debian-sys-maint", "rdsadmin", "azure_superuser");

    /** azure security-how-to-create-users. */
    private static final Set<String> RESERVED = Set.of("admin", "administrator", "root", "guest", "public");

    public Objections {
        plugins = Set.copyOf(plugins);
    }

    /** Whether there is anything to be said of it: not of the server's own, the plan's own two and what the plan excludes. */
    public boolean concerns(AccountName name) {
        boolean isFirstRoot = name.user().equals("root") && new HostPattern(name.host()).isLoopback();
        return !isFirstRoot
                && !SYSTEM_USERS.contains(name.user())
                && !name.user().equals(plan.source().endpoint().user())
                && !name.user().equals(plan.source().replication().user())
                && !plan.accounts().excludes(name);
    }

    /** Why an account with this plugin cannot be copied; empty when it can. */
    public Optional<Omission> to(AccountName name, String plugin) {
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
        if (plan.target().kind() == Plan.TargetKind.FLEXIBLE_SERVER) {
            Optional<Omission> refused = ofFlexibleServer(name);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return plugins.contains(plugin)
                ? Optional.empty()
                : whole(
                        name,
                        "It logs in by " + (plugin.isEmpty() ? "no plugin" : plugin)
                                + ", which the target does not have.",
                        "Make it on the target with a password, and give that to its clients.");
    }

    private static Optional<Omission> ofFlexibleServer(AccountName name) {
        if (RESERVED.contains(name.user().toLowerCase(Locale.ROOT))) {
            return whole(
                    name,
                    "A flexible server keeps the user name " + name.user() + " for itself.",
                    "Give its clients an account of another name.");
        }
        return new HostPattern(name.host()).isLoopback()
                ? whole(
                        name,
                        "Nobody is on the same machine as a flexible server.",
                        "Make it for the addresses its clients will come from.")
                : Optional.empty();
    }

    private static Optional<Omission> whole(AccountName name, String why, String instead) {
        return Optional.of(Omission.whole(name, why, instead));
    }
}
