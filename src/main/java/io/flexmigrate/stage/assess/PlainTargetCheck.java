package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.TargetKind;
import io.flexmigrate.stage.link.LinkChoice;
import java.util.ArrayList;
import java.util.List;

/** FM1430, FM1431: what a link into a plain MySQL needs. */
final class PlainTargetCheck implements Check<BothServers> {

    private static final Rule PRIVILEGE = Rule.absolute(
            "FM1430",
            "Our account on a plain target may link it",
            "A plain MySQL is linked by CHANGE REPLICATION SOURCE and its kin, and by GTID it must be told the snapshot's transactions; this needs privileges that a load does not.",
            "https://dev.mysql.com/doc/refman/8.0/en/privileges-provided.html#priv_replication-slave-admin");
    private static final Rule UNCHECKED = Rule.of(
            "FM1431",
            "A plain target checks the source's certificate",
            "The certificate of the authority would have to be a file on the target, where this program cannot put it: the link is encrypted, but the target does not check whom it talks to.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-encrypted-connections.html");

    @Override
    public List<Rule> rules() {
        return List.of(PRIVILEGE, UNCHECKED);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        List<Finding> findings = new ArrayList<>();
        if (plan.target().kind() != TargetKind.MYSQL) {
            return findings;
        }
        List<String> missing = missing(plan, seen);
        if (!missing.isEmpty()) {
            String user = plan.target().endpoint().user();
            String names = String.join(", ", missing);
            findings.add(PRIVILEGE.blocker(
                    "target account " + user,
                    "Our account on the target lacks " + names + ".",
                    "Grant it there:\nGRANT " + names + " ON *.* TO " + new AccountName(user, "%").quoted() + ";"));
        }
        if (plan.source().replication().ca().isPresent()) {
            findings.add(UNCHECKED.warning(
                    "source.replication.ca",
                    "The link will be encrypted, but its certificate is not checked.",
                    "Set SOURCE_SSL_CA and SOURCE_SSL_VERIFY_SERVER_CERT by hand after LINK, if the network between the two is"
                            + " not your own."));
        }
        return findings;
    }

    private static List<String> missing(Plan plan, BothServers seen) {
        ServerInventory target = seen.target().server();
        return needed(target, LinkModeCheck.choice(plan, seen)).stream()
                .filter(name -> !target.privileges().has(name))
                .toList();
    }

    /** RESET REPLICA, which removes a link, needs RELOAD beside: refman/8.0/en/reset-replica.html. */
    private static List<String> needed(ServerInventory target, LinkChoice choice) {
        if (target.privileges().has("SUPER") || !target.version().isAtLeast(8, 0, 0)) {
            return List.of("RELOAD", "SUPER");
        }
        return choice.isByGtid()
                ? List.of("RELOAD", "REPLICATION_SLAVE_ADMIN", "SYSTEM_VARIABLES_ADMIN")
                : List.of("RELOAD", "REPLICATION_SLAVE_ADMIN");
    }
}
