package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.Permissions;
import io.flexmigrate.plan.Existing;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.accounts.Objections;
import io.flexmigrate.stage.accounts.Omission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** FM1440 to FM1442: accounts can be copied, where the plan wants them to be. */
final class AccountCopyCheck implements Check<BothServers> {

    private static final Rule FREE = Rule.of(
            "FM1440",
            "The names of copied accounts are free on the target",
            "An account that the target had before is never given another password, locked or dropped: its clients log in with"
                    + " the password it has there.",
            "https://dev.mysql.com/doc/refman/8.0/en/account-names.html");

    private static final Rule MOVES = Rule.absolute(
            "FM1441",
            "The accounts of the groups can be copied",
            "The clients of an account that is not on the target would be refused after the flip.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/security-how-to-create-users");

    private static final Rule MAY = Rule.absolute(
            "FM1442",
            "Our account on the target may make accounts and grant what it has",
            "Without that no account can be copied; the run would fail at ACCOUNTS, after the load.",
            "https://dev.mysql.com/doc/refman/8.0/en/privileges-provided.html#priv_create-user");

    @Override
    public List<Rule> rules() {
        return List.of(FREE, MOVES, MAY);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (!plan.accounts().copy()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Objections objections = new Objections(
                plan, seen.target().part(TargetLoginPlugins.class).active());
        TargetAccounts there = seen.target().part(TargetAccounts.class);
        SourceAccounts here = seen.source().part(SourceAccounts.class);
        taken(plan, here, there, objections).ifPresent(findings::add);
        groups(plan, here, there, objections).forEach(findings::add);
        missing(plan, seen).ifPresent(findings::add);
        return findings;
    }

    private static Optional<Finding> taken(
            Plan plan, SourceAccounts here, TargetAccounts there, Objections objections) {
        List<String> taken = here.accounts().all().stream()
                .filter(account -> objections.concerns(account.name()))
                .filter(account -> there.names().contains(account.name()))
                .filter(account ->
                        objections.to(account.name(), account.login().plugin()).isEmpty())
                .map(account -> account.name().toString())
                .toList();
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        boolean merges = plan.accounts().existing() == Existing.MERGE;
        return Optional.of(FREE.warning(
                "target accounts",
                "The target has these already: " + ShortList.of(taken) + ". They keep their passwords"
                        + (merges ? " and are granted what the source's have." : " and privileges."),
                merges
                        ? "See that their clients know the passwords of the target."
                        : "Write accounts.existing: merge to grant them what the source's have; or drop those on the target"
                                + " that nobody needs, so that they are copied."));
    }

    private static Stream<Finding> groups(Plan plan, SourceAccounts here, TargetAccounts there, Objections objections) {
        return plan.cutover().groups().stream()
                .flatMap(group -> group.accounts().stream())
                .filter(name -> !there.names().contains(name))
                .flatMap(name -> objection(here, objections, name).stream()
                        .map(why -> MOVES.blocker(
                                "source account " + name,
                                "A group names it, and it cannot be copied: " + why,
                                "Make it on the target by hand, or take it out of cutover.groups.")));
    }

    private static Optional<String> objection(SourceAccounts here, Objections objections, AccountName name) {
        Optional<Account> account = here.accounts().find(name);
        if (account.isEmpty()) {
            return Optional.of("The source has no such account.");
        }
        return objections.concerns(name)
                ? objections.to(name, account.get().login().plugin()).map(Omission::consequence)
                : Optional.of("It is the migration's own, or accounts.exclude names it.");
    }

    private static Optional<Finding> missing(Plan plan, BothServers seen) {
        Set<String> grantable =
                seen.target().part(TargetAccounts.class).grantable().names();
        List<String> missing = Stream.of("CREATE USER", Permissions.GRANT_OPTION)
                .filter(name -> !grantable.contains(name))
                .toList();
        String user = plan.target().endpoint().user();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(MAY.blocker(
                        "target account " + user,
                        "Our account on the target has no " + String.join(" and no ", missing) + " on *.*.",
                        "Let the plan name the server's administrator, or grant it there:\nGRANT CREATE USER ON *.* TO "
                                + new AccountName(user, "%").quoted() + " WITH GRANT OPTION;"));
    }
}
