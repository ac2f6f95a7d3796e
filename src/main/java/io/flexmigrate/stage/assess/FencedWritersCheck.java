package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.fence.FenceChoice;
import io.flexmigrate.stage.fence.FenceKind;
import java.util.ArrayList;
import java.util.List;

/** FM1053: where a server cannot close databases, nobody may write to those of a group but its accounts. */
final class FencedWritersCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1053",
            "Where the source cannot close a group's databases, only the group's accounts may write to them",
            "Below 8.0.22 a group that moves without others is closed by locking its accounts: another account could go on"
                    + " writing to the old server after the cut-over, and what it writes would be lost.",
            "https://dev.mysql.com/doc/refman/8.0/en/alter-database.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public boolean isOfCutOver() {
        return true;
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        for (Plan.Group group : plan.cutover().groups()) {
            FenceChoice choice = GroupFenceCheck.choice(group, seen);
            if (choice.kind() == FenceKind.ACCOUNTS) {
                Writer.of(plan, seen, choice.databases()).stream()
                        .filter(writer -> !group.accounts().contains(writer.name()))
                        .map(writer -> finding(group, writer))
                        .forEach(findings::add);
            }
        }
        return findings;
    }

    private static Finding finding(Plan.Group group, Writer writer) {
        return RULE.blocker(
                "source account " + writer.name(),
                "It may write to databases of group " + group.name() + " " + ShortList.of(writer.phrases())
                        + ", and is not of that group.",
                "Name it in the group whose clients use it, or take its right away:\n" + writer.revokes()
                        + "\nor accept this by the account's name, if nobody writes there by it.");
    }
}
