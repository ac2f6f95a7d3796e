package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.HostPattern;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** FM1312 to FM1314: nothing keeps the target from logging in with the replication account. */
final class ReplicationLoginCheck implements Check<SourceInventory> {

    private static final Rule KEY = Rule.of(
            "FM1312",
            "The replication account's password needs no key of the server",
            "Without TLS, sha256_password encrypts the password with a key of the source; a source without one refuses the link"
                    + " with error 2061.",
            "https://dev.mysql.com/doc/refman/8.0/en/sha256-pluggable-authentication.html");
    private static final Rule OPEN = Rule.absolute(
            "FM1313",
            "The replication account is neither locked nor expired",
            "The target logs in as any client does: a locked account is refused, and one with an expired password may do nothing"
                    + " but change it.",
            "https://dev.mysql.com/doc/refman/8.0/en/account-locking.html");
    private static final Rule HOST = Rule.of(
            "FM1314",
            "The replication account may come from the target",
            "The link is made by the target, from its own address; the source refuses it with error 1045 when no account fits"
                    + " that.",
            "https://dev.mysql.com/doc/refman/8.0/en/connection-access.html");

    @Override
    public List<Rule> rules() {
        return List.of(KEY, OPEN, HOST);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        String user = plan.source().replication().user();
        List<Account> accounts = seen.part(SourceAccounts.class).accounts().all().stream()
                .filter(account -> account.name().user().equals(user))
                .toList();
        if (accounts.isEmpty() || plan.source().replication().create()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        boolean anyOpen = accounts.stream().anyMatch(ReplicationLoginCheck::isOpen);
        accounts.stream()
                .filter(Predicate.not(ReplicationLoginCheck::isOpen))
                .forEach(account -> findings.add(closed(account, anyOpen)));
        if (plan.source().replication().ca().isEmpty()) {
            accounts.stream()
                    .filter(account -> account.login().plugin().equals("sha256_password"))
                    .forEach(account -> findings.add(withoutTls(account)));
        }
        if (isFarAway(plan) && accounts.stream().allMatch(ReplicationLoginCheck::isLoopback)) {
            findings.add(host(accounts.get(0)));
        }
        return findings;
    }

    private static boolean isOpen(Account account) {
        return !account.login().locked() && !account.login().expired();
    }

    private static boolean isLoopback(Account account) {
        return new HostPattern(account.name().host()).isLoopback();
    }

    /** Where both are on this machine, the target may come from there. */
    private static boolean isFarAway(Plan plan) {
        return !new HostPattern(plan.source().replication().host()).isLoopback()
                && !new HostPattern(plan.target().endpoint().host()).isLoopback();
    }

    private static Finding closed(Account account, boolean anyOpen) {
        String subject = "replication account " + account.name();
        boolean locked = account.login().locked();
        String seen = locked ? "It is locked." : "Its password has expired.";
        String remedy = "ALTER USER " + account.name().quoted()
                + (locked ? " ACCOUNT UNLOCK;" : " IDENTIFIED BY '<password>' PASSWORD EXPIRE NEVER;");
        return anyOpen
                ? OPEN.warning(subject, seen + " Another host of this user is open.", remedy)
                : OPEN.blocker(subject, seen, remedy);
    }

    private static Finding withoutTls(Account account) {
        return KEY.warning(
                "replication account " + account.name(),
                "It uses sha256_password, and the plan names no CA for replication, so the link is not encrypted.",
                "Set source.replication.ca to the PEM file that signs the source's certificate, or on the source:\nALTER USER "
                        + account.name().quoted() + " IDENTIFIED WITH mysql_native_password BY '<password>';");
    }

    private static Finding host(Account account) {
        String anywhere = new AccountName(account.name().user(), "%").quoted();
        return HOST.blocker(
                "replication account " + account.name(),
                "It can log in from the source's own machine only.",
                "Make it for the addresses the target comes from:\nCREATE USER " + anywhere
                        + " IDENTIFIED BY '<password>';\nGRANT REPLICATION SLAVE ON *.* TO " + anywhere + ";"
                        + "\nor, when a tunnel of your own ends on the source, accept this: --accept FM1314=<reason>");
    }
}
