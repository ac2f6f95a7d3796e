package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.WriteStatements;
import io.flexmigrate.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** FM1531: no statement was seen that writes across groups. */
final class TornStatementsCheck implements Check<SourceInventory> {

    private static final Rule RULE = Rule.of(
            "FM1531",
            "No statement was seen that writes from one group into another",
            "Groups cut over one after the other. In between, a client of the one group is on the target already, and what it"
                    + " writes to the other group's databases is written there, too early: that group still moves.",
            "https://dev.mysql.com/doc/refman/8.0/en/performance-schema-statement-digests.html");

    /** A name before a dot: a database, a table or an alias; digests part them by spaces. */
    private static final Pattern QUALIFIER = Pattern.compile("`((?:[^`]++|``)++)` \\. `");

    private static final int MOST = 10;
    private static final int LONGEST = 120;

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
        Map<String, String> groupOf = new HashMap<>();
        plan.cutover()
                .groups()
                .forEach(group -> group.databases().forEach(database -> groupOf.put(database, group.name())));
        return seen.part(SeenWrites.class).statements().stream()
                .filter(statement -> groups(statement, groupOf).size() > 1)
                .limit(MOST)
                .map(statement -> finding(statement, groups(statement, groupOf)))
                .toList();
    }

    private static Set<String> groups(WriteStatements.Seen statement, Map<String, String> groupOf) {
        Stream<String> named = QUALIFIER.matcher(statement.text()).results().map(TornStatementsCheck::name);
        Set<String> groups = new TreeSet<>();
        Stream.concat(named, Stream.of(statement.database()))
                .filter(groupOf::containsKey)
                .forEach(database -> groups.add(groupOf.getOrDefault(database, "")));
        return groups;
    }

    private static String name(MatchResult match) {
        return match.group(1).replace("``", "`");
    }

    private static Finding finding(WriteStatements.Seen statement, Set<String> groups) {
        String text = statement.text();
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return RULE.blocker(
                "source statement " + shown,
                "It was seen " + statement.count() + " times from clients in database " + statement.database()
                        + ", and ties the groups " + String.join(" and ", groups) + ".",
                "Put these databases into one group of the plan, or see that nobody sends it between the two cut-overs. When"
                        + " nobody does any more, what was seen is forgotten on the source by:\n"
                        + "TRUNCATE TABLE performance_schema.events_statements_summary_by_digest;");
    }
}
