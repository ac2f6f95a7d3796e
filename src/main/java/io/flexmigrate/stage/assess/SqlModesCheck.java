package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.mysql.SchemaWriter;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** FM1210: routines, triggers and events were made under modes that the target knows. */
final class SqlModesCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1210",
            "The target knows the SQL modes of routines, triggers and events",
            "LOAD leaves out the modes that 8.0 does not know, since it would refuse them with error 1231; the modes that a"
                    + " combined one such as ORACLE stands for are kept.",
            "https://dev.mysql.com/doc/refman/8.0/en/sql-mode.html");

    /** Without effect on the target: no GRANT makes an account there, and SHOW CREATE TABLE is no longer shortened. */
    private static final Set<String> HARMLESS =
            Set.of("NO_AUTO_CREATE_USER", "NO_FIELD_OPTIONS", "NO_KEY_OPTIONS", "NO_TABLE_OPTIONS");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (!seen.target().server().version().isAtLeast(8, 0, 0)) {
            return List.of();
        }
        Map<String, List<String>> objects = new TreeMap<>();
        for (StoredObject object :
                seen.source().part(StoredCode.class).of(seen.source().scope())) {
            SchemaWriter.removedModes(object.sqlMode())
                    .forEach(mode -> objects.computeIfAbsent(mode, key -> new ArrayList<>())
                            .add(object.label()));
        }
        return objects.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(String mode, List<String> objects) {
        String words = "Made under it, and made without it on the target: " + new Names(objects).shown() + ".";
        return HARMLESS.contains(mode)
                ? RULE.info("SQL mode " + mode, words, "Nothing: it changes nothing on the target.")
                : RULE.warning(
                        "SQL mode " + mode,
                        words,
                        "See that they do not need it, and make them again on the source without it.");
    }
}
