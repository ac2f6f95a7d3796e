package io.flexmigrate.plan;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.plan.PlanDraft.GroupDraft;
import java.util.ArrayList;
import java.util.List;

/** Writes the groups of a plan. */
record GroupLines(PlanLines lines) {

    private static final int MOST_REMARKS = 12;
    private static final int MOST_ALTERNATIVES = 200;

    void write(PlanDraft draft) {
        lines.say(draft.remarks("cutover.groups"));
        if (!draft.alternative().isEmpty()) {
            PlanLines alternative = new PlanLines();
            new GroupLines(alternative).groups(shortened(draft.alternative()), "");
            lines.commentedOut(alternative);
            sayHowManyMore(draft.alternative().size());
        }
        List<GroupDraft> active = new ArrayList<>();
        for (Group group : draft.plan().cutover().groups()) {
            active.add(new GroupDraft(group, draft.remarks("cutover.groups[" + active.size() + "]")));
        }
        groups(active, "databases and accounts that cut over together");
    }

    private static List<GroupDraft> shortened(List<GroupDraft> groups) {
        return groups.subList(0, Math.min(MOST_ALTERNATIVES, groups.size()));
    }

    private void sayHowManyMore(int groups) {
        if (groups > MOST_ALTERNATIVES) {
            lines.say(List.of("... and " + (groups - MOST_ALTERNATIVES) + " more: `migrate init --groups smallest`"
                    + " writes them all."));
        }
    }

    private void groups(List<GroupDraft> groups, String comment) {
        lines.section("groups", comment, () -> groups.forEach(this::group));
    }

    private void group(GroupDraft draft) {
        List<String> remarks = draft.remarks();
        lines.say(remarks.subList(0, Math.min(MOST_REMARKS, remarks.size())));
        if (remarks.size() > MOST_REMARKS) {
            lines.say(List.of("... and " + (remarks.size() - MOST_REMARKS) + " more"));
        }
        lines.item(() -> fields(draft.group()));
    }

    private void fields(Group group) {
        lines.field("name", YamlText.scalar(group.name()), "");
        if (group.databases().isEmpty()) {
            lines.unused("databases", "[shop]", "may be left out when there is only one group: then it is all of them");
        } else {
            lines.list("databases", group.databases(), "");
        }
        if (group.accounts().isEmpty()) {
            lines.unused("accounts", "['shop_app@%']", "the accounts that write to them");
        } else {
            lines.list(
                    "accounts",
                    group.accounts().stream().map(AccountName::toString).toList(),
                    "the accounts that write to them");
        }
        lines.unused(
                "flip",
                "[{ run: [scripts/flip, target], timeout: 30s }]",
                "(free) commands that send the clients to the target");
        lines.unused(
                "flip_back",
                "[{ run: [scripts/flip, source], timeout: 30s }]",
                "(free) and back again: for migrate rollback");
        lines.unused(
                "canary",
                "{ host: proxy1, port: 6033, user: shop_app, password: { env: APP_PASSWORD } }",
                "(free) tells what clients see of the cut-over");
    }
}
