package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.StoredObject.TextSettings;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** FM1211: the target knows every collation that the source uses, and so every character set. */
final class CollationsCheck implements Check<BothServers> {

    static final Rule RULE = Rule.absolute(
            "FM1211",
            "The target knows all collations",
            "A database, a table or code with a collation that the target does not know cannot be made there (error 1273).",
            "https://dev.mysql.com/doc/refman/8.0/en/charset-charsets.html");

    private static final String REMEDY = """
            Change them on the source to a collation that both know, or migrate to a newer version; a table for example:
            ALTER TABLE <table> CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;""";

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        TargetCollations known = seen.target().part(TargetCollations.class);
        Map<String, List<String>> users = new TreeMap<>();
        seen.source().part(TableTraits.class).collations().stream()
                .filter(use -> !known.knows(use.collation()))
                .forEach(use -> add(
                        users,
                        use.collation(),
                        use.count() == 1
                                ? use.example()
                                : use.example() + " and " + (use.count() - 1) + " of its kind"));
        seen.source().part(ColumnTraits.class).columns().stream()
                .filter(column -> !known.knows(column.collation()))
                .forEach(column -> add(users, column.collation(), column.table() + "." + column.name()));
        seen.source()
                .part(StoredCode.class)
                .of(seen.source().scope())
                .forEach(object -> collations(object)
                        .filter(collation -> !known.knows(collation))
                        .forEach(collation -> add(users, collation, object.label())));
        return users.entrySet().stream()
                .map(entry -> RULE.blocker(
                        "collation " + entry.getKey(),
                        "The target does not know it. It is used by " + new Names(entry.getValue()).shown() + ".",
                        REMEDY))
                .toList();
    }

    private static Stream<String> collations(StoredObject object) {
        TextSettings settings = object.settings();
        return Stream.of(settings.collationConnection(), settings.databaseCollation())
                .distinct();
    }

    private static void add(Map<String, List<String>> users, String collation, String user) {
        users.computeIfAbsent(collation, key -> new ArrayList<>()).add(user);
    }
}
