package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.ForeignKeys.ForeignKey;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Reference;
import java.util.ArrayList;
import java.util.List;

/** FM1201, FM1202, FM1203, FM1206: nothing that moves needs what stays, and nothing that stays needs what moves. */
final class ScopeReferencesCheck implements Check<SourceInventory> {

    static final Rule KEYS = Rule.of(
            "FM1201",
            "Foreign keys point to databases that move too",
            "The loader makes the table all the same, but the target has no parent rows: the first replicated change that needs"
                    + " one stops replication with error 1452.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-table-foreign-keys.html");
    static final Rule VIEWS = Rule.of(
            "FM1202",
            "Views use databases that move too",
            "A view of a table that is not there cannot be created (errors 1049 and 1146), so LOAD would fail.",
            "https://dev.mysql.com/doc/refman/8.0/en/create-view.html");
    static final Rule CODE = Rule.of(
            "FM1203",
            "Routines, triggers and events use databases that move too",
            "They are created on the target, but fail when they get to the table or routine that is not there; a trigger then"
                    + " fails every write to its table.",
            "https://dev.mysql.com/doc/refman/8.0/en/stored-objects.html");
    static final Rule STAYING = Rule.of(
            "FM1206",
            "Nothing that stays on the source uses a database that moves",
            "After the cut-over it sees rows on the source that nobody changes any more, and what it writes there is lost.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");

    @Override
    public List<Rule> rules() {
        return List.of(KEYS, VIEWS, CODE, STAYING);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceInventory seen) {
        List<Finding> findings = new ArrayList<>();
        List<String> scope = seen.scope();
        for (ForeignKey key : seen.part(ForeignKeyTraits.class).crossing()) {
            if (scope.contains(key.table().database())
                    && !scope.contains(key.parent().database())) {
                findings.add(key(key));
            }
        }
        for (Uses uses : Uses.of(seen.part(SourceReferences.class).references())) {
            List<Reference> leaving = scope.contains(uses.database())
                    ? uses.where(reference -> !scope.contains(reference.toDatabase()))
                    : List.of();
            if (!leaving.isEmpty() && !uses.isOf(SourceReferences.FOREIGN_KEY)) {
                findings.add(leaving(uses, leaving));
            }
            List<Reference> entering = scope.contains(uses.database())
                    ? List.of()
                    : uses.where(reference -> scope.contains(reference.toDatabase()));
            if (!entering.isEmpty()) {
                findings.add(STAYING.warning(
                        uses.label(),
                        "It stays on the source and names " + Uses.shown(entering) + ", which moves.",
                        "Move " + Identifier.quoted(uses.database())
                                + " too (scope.databases of the plan), or drop it."));
            }
        }
        return findings;
    }

    private static Finding key(ForeignKey key) {
        return KEYS.blocker(
                "foreign key " + key.table() + "." + key.name(),
                "It points to " + key.parent() + ", which does not move.",
                "Move " + Identifier.quoted(key.parent().database())
                        + " too (scope.databases of the plan), or drop the key on the source:\nALTER TABLE "
                        + key.table().quoted() + " DROP FOREIGN KEY " + Identifier.quoted(key.name()) + ";");
    }

    private static Finding leaving(Uses uses, List<Reference> references) {
        String seen = "It names " + Uses.shown(references) + ", which does not move.";
        String remedy = "Move the database it names too (scope.databases of the plan), or drop it on the source:\n"
                + uses.drop();
        return uses.isOf("view") ? VIEWS.blocker(uses.label(), seen, remedy) : CODE.warning(uses.label(), seen, remedy);
    }
}
