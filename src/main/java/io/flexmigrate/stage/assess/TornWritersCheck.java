package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.Plan.Group;
import io.flexmigrate.planning.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** FM1530: an account does not write to databases of several groups. */
final class TornWritersCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1530",
            "Every account writes to the databases of one group only",
            "Groups cut over one after the other. In between, an account that writes to two of them has one half of its"
                    + " databases on each server: its transactions over both are torn apart, and locking it for the first"
                    + " cut-over stops its writes to the second group too.",
            "https://dev.mysql.com/doc/refman/8.0/en/account-locking.html");

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
        if (plan.cutover().groups().size() < 2) {
            return List.of();
        }
        Map<String, String> groupOf = groupOf(plan);
        List<Finding> findings = new ArrayList<>();
        for (Tie tie : new SourceTies(plan, seen).read().accounts()) {
            Map<String, List<String>> torn = new TreeMap<>();
            tie.databases().stream()
                    .filter(groupOf::containsKey)
                    .forEach(database -> torn.computeIfAbsent(
                                    groupOf.getOrDefault(database, ""), unused -> new ArrayList<>())
                            .add(database));
            tie.account().filter(unused -> torn.size() > 1).ifPresent(account -> findings.add(finding(account, torn)));
        }
        return findings;
    }

    private static Map<String, String> groupOf(Plan plan) {
        Map<String, String> groupOf = new HashMap<>();
        for (Group group : plan.cutover().groups()) {
            group.databases().forEach(database -> groupOf.put(database, group.name()));
        }
        return groupOf;
    }

    private static Finding finding(AccountName account, Map<String, List<String>> torn) {
        List<String> places = torn.entrySet().stream()
                .map(group -> ShortList.of(group.getValue()) + " (group " + group.getKey() + ")")
                .toList();
        return RULE.blocker(
                "source account " + account,
                "It may write to " + ShortList.of(places) + ".",
                "Put these databases into one group of the plan, or give each group an account of its own. What it may do is"
                        + " said on the source by:\nSHOW GRANTS FOR " + account.quoted() + ";");
    }
}
