package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1208: the queries of views are known, so that what they name and use could be checked. */
final class HiddenViewsCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.of(
            "FM1208",
            "The queries of all views are known",
            "What a view reads, and whether the target takes it, is told from its query. One that is not known was not checked:"
                    + " LOAD may fail at it.",
            "https://dev.mysql.com/doc/refman/8.0/en/information-schema-views-table.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<String> hidden = seen.part(StoredCode.class).of(seen.scope()).stream()
                .filter(object -> object.kind() == Kind.VIEW && object.body().isEmpty())
                .map(StoredObject::label)
                .toList();
        if (hidden.isEmpty()) {
            return List.of();
        }
        return List.of(RULE.unknown(
                "source views",
                "The server did not tell the queries of " + hidden.size() + " view(s): " + ShortList.of(hidden) + "."));
    }
}
