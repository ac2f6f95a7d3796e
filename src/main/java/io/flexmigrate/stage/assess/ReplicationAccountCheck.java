package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1023, FM1024: the account by which the target will replicate may do so and can log in the way it will. */
final class ReplicationAccountCheck implements Check<SourceInventory> {

    static final Rule MAY_REPLICATE = Rule.absolute(
            "FM1023",
            "The replication account exists and may replicate",
            "The target reads the binlog of the source by this account.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-howto-repuser.html");

    static final Rule CAN_LOG_IN = Rule.absolute(
            "FM1024",
            "The replication account can log in the way the link does",
            "Where the plan names no CA, the link is not encrypted: an account that needs TLS is refused.",
            "https://dev.mysql.com/doc/refman/8.0/en/caching-sha2-pluggable-authentication.html");

    @Override
    public List<Rule> rules() {
        return List.of(MAY_REPLICATE, CAN_LOG_IN);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        if (plan.source().replication().create()) {
            return ofOurs(plan.source().replication(), seen);
        }
        List<ReplicationAccount> accounts = seen.part(ReplicationAccounts.class).accounts();
        if (accounts.stream().noneMatch(ReplicationAccount::mayReplicate)) {
            return List.of(mayNot(plan.source().replication().user(), accounts));
        }
        return plan.source().replication().ca().isPresent() ? List.of() : withoutTls(accounts);
    }

    /** The account that PREPARE will make; whether its name is free is another check's matter. */
    private static List<Finding> ofOurs(Plan.Replication replication, SourceInventory seen) {
        boolean neverWithoutTls = seen.server().version().isAtLeast(9, 0, 0);
        return replication.ca().isPresent() || !neverWithoutTls
                ? List.of()
                : List.of(CAN_LOG_IN.blocker(
                        "replication account " + replication.user(),
                        "The source is MySQL 9 or newer, which has no mysql_native_password any more, so an account that this run"
                                + " makes can log in over TLS only; and the plan names no CA for replication.",
                        "Set source.replication.ca to the PEM file that signs the source's certificate."));
    }

    private static Finding mayNot(String user, List<ReplicationAccount> accounts) {
        String subject = "replication account " + user;
        if (accounts.isEmpty()) {
            String account = new AccountName(user, "%").quoted();
            return MAY_REPLICATE.blocker(
                    subject, "The account " + user + " does not exist on the source.", """
                    CREATE USER %1$s IDENTIFIED BY '<password>';
                    GRANT REPLICATION SLAVE ON *.* TO %1$s;""".formatted(account));
        }
        String account = new AccountName(user, accounts.get(0).host()).quoted();
        return MAY_REPLICATE.blocker(
                subject,
                "The account " + user + " lacks REPLICATION SLAVE on the source.",
                "GRANT REPLICATION SLAVE ON *.* TO " + account + ";");
    }

    private static List<Finding> withoutTls(List<ReplicationAccount> accounts) {
        List<Finding> findings = new ArrayList<>();
        for (ReplicationAccount account : accounts) {
            AccountName name = new AccountName(account.user(), account.host());
            if (account.requiresTls()) {
                findings.add(CAN_LOG_IN.blocker(
                        "replication account " + name,
                        "It requires TLS, and the plan names no CA for replication: the link would fail with error 1045.",
                        "Set source.replication.ca to the PEM file that signs the source's certificate."));
                continue;
            }
            if (account.plugin().equals("caching_sha2_password")) {
                findings.add(CAN_LOG_IN.blocker(
                        "replication account " + name,
                        "It uses caching_sha2_password, and the plan names no CA for replication: the link would fail with"
                                + " error 2061.",
                        """
                        Set source.replication.ca to the PEM file that signs the source's certificate, or change the account:
                        ALTER USER %s IDENTIFIED WITH mysql_native_password BY '<password>';""".formatted(name.quoted())));
            }
        }
        return findings;
    }
}
