package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;

/** FM1069: no column is FLOAT, which no mydumper writes with all its digits. */
final class FloatCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.of(
            "FM1069",
            "FLOAT columns keep all their digits",
            "The dump writes FLOAT with six digits. VERIFY compares the exact values and stops the migration where one lost digits.",
            "https://dev.mysql.com/doc/refman/8.0/en/problems-with-float.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        if (seen.tools().mydumper().isEmpty()) {
            return List.of();
        }
        return seen.source().part(SpecialColumns.class).floats().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> RULE.warning(
                        entry.getKey().toString(),
                        "These columns are FLOAT, of which every mydumper writes six digits: "
                                + String.join(", ", entry.getValue()) + ".",
                        "Change the columns to DOUBLE if VERIFY finds differences."))
                .toList();
    }
}
