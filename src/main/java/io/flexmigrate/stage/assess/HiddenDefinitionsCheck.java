package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1021: the definitions of all views, routines, triggers and events can be read. */
final class HiddenDefinitionsCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.absolute(
            "FM1021",
            "Every definition on the source can be read",
            "What cannot be read cannot be made on the target: it would be missing there.",
            "https://dev.mysql.com/doc/refman/8.0/en/show-create-procedure.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        String account = new AccountName(plan.source().endpoint().user(), "<host>").quoted();
        return seen.part(SourceObjects.class)
                .hidden()
                .map(words -> RULE.blocker(
                        "source definitions", "Not everything can be read: " + words + ".", """
                        Grant our account on the source what shows definitions (SHOW_ROUTINE is there from 8.0.20 on):
                        GRANT SELECT ON *.* TO %1$s;
                        GRANT SHOW_ROUTINE ON *.* TO %1$s;""".formatted(account)))
                .map(List::of)
                .orElse(List.of());
    }
}
