package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Tokens;
import io.flexmigrate.planning.ViewTables;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** FM1209: the tables that views read are there. */
final class BrokenViewsCheck implements Check<SourceInventory> {

    static final Rule RULE = Rule.of(
            "FM1209",
            "The tables that views read are there",
            "A view of a table that was dropped is broken on the source already (error 1356) and cannot be created on the target"
                    + " (error 1146), so LOAD would fail.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-view.html");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<StoredObject> views = seen.part(StoredCode.class).of(seen.scope()).stream()
                .filter(object -> object.kind() == Kind.VIEW)
                .toList();
        boolean caseMatters =
                seen.server().variables().text("lower_case_table_names").equals("0");
        Set<TableName> there = new HashSet<>();
        seen.tables().stream().map(TableSize::name).forEach(name -> there.add(folded(name, caseMatters)));
        views.forEach(view -> there.add(folded(new TableName(view.database(), view.name()), caseMatters)));
        return views.stream()
                .flatMap(view -> finding(view, missing(view, seen.scope(), there, caseMatters)))
                .toList();
    }

    private static List<String> missing(
            StoredObject view, List<String> scope, Set<TableName> there, boolean caseMatters) {
        return ViewTables.of(Tokens.of(view.body().orElse(""), view.sqlMode())).stream()
                .filter(table -> scope.contains(table.database()))
                .filter(table -> !there.contains(folded(table, caseMatters)))
                .map(TableName::toString)
                .toList();
    }

    private static Stream<Finding> finding(StoredObject view, List<String> missing) {
        if (missing.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(RULE.blocker(
                view.label(),
                "It reads " + new Names(missing).shown() + ", which is not there.",
                "Drop the view on the source if nobody misses it:\nDROP VIEW " + view.quoted() + ";"));
    }

    private static TableName folded(TableName name, boolean caseMatters) {
        return caseMatters
                ? name
                : new TableName(
                        name.database().toLowerCase(Locale.ROOT), name.table().toLowerCase(Locale.ROOT));
    }
}
