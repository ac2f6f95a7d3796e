package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** FM1023: the account by which the target will replicate exists, may replicate and can log in the way it will. */
final class ReplicationAccountCheck implements Check<SourceInventory> {

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        String user = plan.source().replication().user();
        List<ReplicationAccount> accounts = seen.part(ReplicationAccounts.class).accounts();
        if (accounts.stream().noneMatch(ReplicationAccount::mayReplicate)) {
            String seenWords = accounts.isEmpty() ? "does not exist on the source" : "lacks REPLICATION SLAVE";
            return List.of(Finding.blocker(
                    "FM1023",
                    "replication account " + user,
                    "The account " + user + " " + seenWords + "; the target could not read the binlog.",
                    "CREATE USER '" + user + "'@'%' IDENTIFIED BY '<password>'; GRANT REPLICATION SLAVE ON *.* TO '"
                            + user + "'@'%';"));
        }
        return plan.source().replication().ca().isPresent() ? List.of() : withoutTls(accounts);
    }

    private static List<Finding> withoutTls(List<ReplicationAccount> accounts) {
        List<Finding> findings = new ArrayList<>();
        for (ReplicationAccount account : accounts) {
            String name = "replication account " + account.user() + "@" + account.host();
            if (account.requiresTls()) {
                findings.add(Finding.blocker(
                        "FM1024",
                        name,
                        "It requires TLS, and the plan names no CA for replication: the link would fail with error 1045.",
                        "Set source.replication.ca to the PEM file that signs the source's certificate."));
            } else if (account.plugin().equals("caching_sha2_password")) {
                findings.add(Finding.blocker(
                        "FM1024",
                        name,
                        "It uses caching_sha2_password, which needs TLS: the link would fail with error 2061.",
                        "Set source.replication.ca, or use mysql_native_password for this account."));
            }
        }
        return findings;
    }
}
