package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.Privileges;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.fence.FenceChoice;
import io.flexmigrate.stage.fence.FenceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** FM1052: a group that leaves others on the source can be closed there without them. */
final class GroupFenceCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.absolute(
            "FM1052",
            "A group that moves without others can be closed without them",
            "It is closed by locking its tables and its accounts on the source, and from 8.0.22 on its databases: without accounts,"
                    + " or without the privileges for it, its clients could write on where nobody reads any more.",
            "https://dev.mysql.com/doc/refman/8.0/en/account-locking.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public boolean isOfCutOver() {
        return true;
    }

    /** The fence that a group gets. */
    static FenceChoice choice(Plan.Group group, SourceInventory seen) {
        return FenceChoice.of(
                group, seen.scope(), seen.databases(), seen.server().dialect());
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        for (Plan.Group group : plan.cutover().groups()) {
            FenceChoice choice = choice(group, seen);
            if (choice.kind() != FenceKind.SERVER) {
                findings.addAll(ofAccounts(plan, group));
                findings.add(told(group, choice, seen));
                findings.addAll(ofPrivileges(plan, choice.kind(), seen.server().privileges()));
            }
        }
        return findings.stream().distinct().toList();
    }

    private static List<Finding> ofAccounts(Plan plan, Plan.Group group) {
        if (group.accounts().isEmpty()) {
            return List.of(RULE.blocker(
                    "group " + group.name(),
                    "It names no account, and other databases stay on the source, so nothing could be closed for it alone.",
                    "Name in it the accounts whose clients move with it; FM1310 lists who may write there."));
        }
        Set<String> ours = Set.of(
                plan.source().endpoint().user(), plan.source().replication().user());
        return group.accounts().stream()
                .filter(account -> ours.contains(account.user()))
                .map(account -> RULE.blocker(
                        "group " + group.name(),
                        "It names " + account
                                + ", by which this program or the target's replication logs in to the source.",
                        "Take it out of the group; clients need an account of their own."))
                .toList();
    }

    /** Which fence it is, and whether the source opens itself should this program die at the worst moment. */
    private static Finding told(Plan.Group group, FenceChoice choice, SourceInventory seen) {
        String fence = "Its fence closes " + choice.kind().words() + ".";
        if (seen.server().variables().isOn("event_scheduler")) {
            return RULE.info(
                    "group " + group.name(),
                    fence
                            + " Should this program die while it closes them, an event on the source opens them again after"
                            + " cutover.dead_man_after.",
                    "");
        }
        return RULE.warning(
                "group " + group.name(),
                fence
                        + " The source's event scheduler is off, so should this program die while it closes them, they stay"
                        + " closed until migrate resume opens them.",
                "On the source, where no event is enabled that must not run:\nSET GLOBAL event_scheduler = ON;");
    }

    private static List<Finding> ofPrivileges(Plan plan, FenceKind kind, Privileges privileges) {
        List<String> needed = new ArrayList<>(List.of("LOCK TABLES", "CREATE USER"));
        if (kind == FenceKind.SCHEMAS) {
            needed.add("ALTER");
        }
        needed.removeIf(privileges::has);
        if (needed.isEmpty()) {
            return List.of();
        }
        String names = String.join(", ", needed);
        AccountName user = new AccountName(plan.source().endpoint().user(), "<host>");
        return List.of(RULE.blocker(
                "source account " + user.user(),
                "Our account on the source lacks " + names + " on *.*, by which a group is closed.",
                "GRANT " + names + " ON *.* TO " + user.quoted() + ";"));
    }
}
