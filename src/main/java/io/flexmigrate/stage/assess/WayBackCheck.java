package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.WayBack;
import io.flexmigrate.plan.WayIn;
import java.util.ArrayList;
import java.util.List;

/** FM1320 to FM1322: the source can replicate from the target, where the plan wants a way back. */
final class WayBackCheck implements Check<BothServers> {

    static final Rule VERSIONS = Rule.of(
            "FM1320",
            "The source is not older than the target, where the plan wants a way back",
            "MySQL does not support replication to an older version: it goes on until the target writes something the source does not know.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-compatibility.html");

    static final Rule SERVERS = Rule.absolute(
            "FM1321",
            "The settings of both servers let the source replicate from the target, where the plan wants a way back",
            "The source would not be able to follow the target, or would leave out what clients write there.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-howto.html");

    static final Rule REACH = Rule.of(
            "FM1322",
            "The source reaches the target, where the plan wants a way back",
            "Without that nothing comes back; it is seen only when the cut-over makes the way back, before its fence.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-out-replication");

    private static final long WAY_BACK_SECONDS = 86_400;

    @Override
    public List<Rule> rules() {
        return List.of(VERSIONS, SERVERS, REACH);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        WayBack wanted = plan.cutover().wayBack();
        if (wanted == WayBack.NONE || plan.purpose() != Plan.Purpose.MIGRATION) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>(versions(seen, wanted));
        settings(plan, seen).forEach(what -> findings.add(found(SERVERS, wanted, what)));
        WayIn place = plan.target().replication();
        findings.add(REACH.info(
                "target " + place.host() + ":" + place.port(),
                "Whether the source reaches the target there cannot be seen from here.",
                "Open it for the source's address, or set target.replication to where the source reaches it:\n"
                        + new AzureCommand(plan).network()));
        return findings;
    }

    private record Trouble(String subject, String seen, String remedy) {}

    private static Finding found(Rule rule, WayBack wanted, Trouble trouble) {
        return wanted == WayBack.REQUIRED
                ? rule.blocker(trouble.subject(), trouble.seen(), trouble.remedy())
                : rule.warning(trouble.subject(), trouble.seen(), trouble.remedy());
    }

    private static List<Finding> versions(BothServers seen, WayBack wanted) {
        ServerVersion source = seen.source().server().version();
        ServerVersion target = seen.target().server().version();
        boolean newer = target.major() > source.major()
                || (target.major() == source.major() && target.minor() > source.minor());
        if (!newer) {
            return List.of();
        }
        return List.of(found(
                VERSIONS,
                wanted,
                new Trouble(
                        "way back",
                        "It would lead from " + target + " back to " + source + "." + collation(seen),
                        "Set cutover.way_back to best-effort to try it all the same, or to none.")));
    }

    /** Every event names the collations of the session that wrote it; 5.7 stops at one it does not know (measured). */
    private static String collation(BothServers seen) {
        String ofServer = seen.target().server().variables().text("collation_server");
        boolean unknown = !seen.source().server().version().isAtLeast(8, 0, 1) && ofServer.contains("_0900_");
        return unknown
                ? " The target's collation_server is " + ofServer
                        + ", which the source does not know, so it stops at the"
                        + " first write; with utf8mb4_general_ci, for the server and for its clients, rows come back."
                : " Rows may come back; statements that only the newer version knows, such as roles, end it.";
    }

    private static List<Trouble> settings(Plan plan, BothServers seen) {
        List<Trouble> troubles = new ArrayList<>();
        ServerInventory source = seen.source().server();
        ServerInventory target = seen.target().server();
        if (!source.privileges().hasAny("SUPER", "REPLICATION_SLAVE_ADMIN")) {
            String privilege = source.version().isAtLeast(8, 0, 0) ? "REPLICATION_SLAVE_ADMIN" : "SUPER";
            troubles.add(new Trouble(
                    "source account " + plan.source().endpoint().user(),
                    "Our account on the source may not make it a replica.",
                    "GRANT " + privilege + " ON *.* TO "
                            + new AccountName(plan.source().endpoint().user(), "<host>").quoted()
                            + ";"));
        }
        if (!target.privileges().has("CREATE USER") || !target.privileges().mayGrant()) {
            troubles.add(
                    new Trouble(
                            "target account " + plan.target().endpoint().user(),
                            "Our account on the target may not make the account by which the source logs in.",
                            "GRANT CREATE USER, REPLICATION SLAVE ON *.* TO it WITH GRANT OPTION, as the administrator has it."));
        }
        if (!target.variables().isOn("log_bin")) {
            troubles.add(new Trouble("target log_bin", "The target writes no binlog.", "Start it with log_bin."));
        }
        if (source.variables().number("server_id") == target.variables().number("server_id")) {
            troubles.add(new Trouble(
                    "server_id",
                    "Both servers have server_id " + target.variables().text("server_id")
                            + ": each would take what the other wrote for its own.",
                    "SET GLOBAL server_id = <a number no other server has>; on the source, and in its configuration."));
        }
        troubles.addAll(binlogs(plan, seen));
        return troubles;
    }

    /** Error 1593 where one has GTIDs and the other not: refman/8.0/en/replication-mode-change-online-concepts.html. */
    private static List<Trouble> binlogs(Plan plan, BothServers seen) {
        List<Trouble> troubles = new ArrayList<>();
        String ofSource = seen.source().server().variables().text("gtid_mode");
        String ofTarget = seen.target().server().variables().text("gtid_mode");
        if (List.of(ofSource, ofTarget).containsAll(List.of("ON", "OFF"))) {
            troubles.add(new Trouble(
                    "gtid_mode",
                    "It is " + ofSource + " on the source and " + ofTarget + " on the target.",
                    "Give both the same."));
        }
        long kept = seen.target().server().variables().number("binlog_expire_logs_seconds");
        boolean azure = plan.target().kind() == Plan.TargetKind.FLEXIBLE_SERVER;
        boolean known = seen.target().server().variables().has("binlog_expire_logs_seconds");
        if (azure && known && kept < WAY_BACK_SECONDS) {
            troubles.add(new Trouble(
                    "target binlog_expire_logs_seconds",
                    "The target keeps binlogs for " + kept + " s: a way back that was down for longer is lost.",
                    new AzureCommand(plan).set("binlog_expire_logs_seconds", Long.toString(WAY_BACK_SECONDS))));
        }
        return troubles;
    }
}
