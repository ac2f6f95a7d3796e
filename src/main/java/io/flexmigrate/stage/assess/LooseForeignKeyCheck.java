package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.ForeignKeys.ForeignKey;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1224: foreign keys point to unique keys where the target insists on it, as 8.4 does by default. */
final class LooseForeignKeyCheck implements Check<BothServers> {

    static final Rule RULE = Rule.of(
            "FM1224",
            "Foreign keys point to unique keys",
            "From 8.4 on a table is refused whose foreign key points to columns that are not a unique key (error 6125), so LOAD"
                    + " would fail.",
            "https://dev.mysql.com/doc/refman/8.4/en/server-system-variables.html"
                    + "#sysvar_restrict_fk_on_non_standard_key");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        if (!seen.target().server().variables().isOn("restrict_fk_on_non_standard_key")) {
            return List.of();
        }
        return seen.source().part(ForeignKeyTraits.class).keys().stream()
                .filter(key -> !key.toUniqueKey())
                .filter(key -> seen.source().scope().contains(key.table().database()))
                .map(LooseForeignKeyCheck::finding)
                .toList();
    }

    private static Finding finding(ForeignKey key) {
        return RULE.blocker(
                "foreign key " + key.table() + "." + key.name(),
                "It points to columns of " + key.parent()
                        + " that are not a unique key, and restrict_fk_on_non_standard_key is ON on the target.",
                "Make them unique, or drop the key on the source:\nALTER TABLE "
                        + key.table().quoted() + " DROP FOREIGN KEY " + Identifier.quoted(key.name()) + ";");
    }
}
