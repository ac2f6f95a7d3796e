package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.mysql.TableColumns.Column;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.RemovedFeature;
import io.flexmigrate.planning.RemovedFeature.Effect;
import io.flexmigrate.planning.RemovedFeatures;
import io.flexmigrate.planning.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** FM1220, FM1221, FM1222: code and generated columns use nothing that the newer server has lost. */
final class RemovedFeaturesCheck implements Check<BothServers> {

    private static final String MANUAL = "https://dev.mysql.com/doc/refman/8.0/en/upgrading-from-previous-series.html";

    static final Rule REFUSED = Rule.of(
            "FM1220",
            "Code uses nothing that the target refuses",
            "The target does not create a view, routine, trigger or event with it, so LOAD would fail.",
            MANUAL);
    static final Rule LATE = Rule.of(
            "FM1221",
            "Code calls nothing that the target has lost",
            "The routine, trigger or event is created, and fails on the target when it gets there (error 1305 or 1146).",
            MANUAL);
    static final Rule COLUMNS = Rule.of(
            "FM1222",
            "Generated columns use nothing that the target has lost",
            "The target refuses a table with such a column (error 3763 or 1064), so LOAD would fail.",
            MANUAL);

    @Override
    public List<Rule> rules() {
        return List.of(REFUSED, LATE, COLUMNS);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Set<String> functions = seen.source().objects().stream()
                .filter(object -> object.kind() == Kind.FUNCTION)
                .map(object -> object.name().toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        RemovedFeatures removed = new RemovedFeatures(
                seen.source().server().version(), seen.target().server().version(), functions);
        List<Finding> findings = new ArrayList<>();
        for (StoredObject object :
                seen.source().part(StoredCode.class).of(seen.source().scope())) {
            List<RemovedFeature> used = removed.in(Tokens.of(object.body().orElse(""), object.sqlMode()));
            if (!used.isEmpty()) {
                findings.add(finding(object, used));
            }
        }
        for (Column column : seen.source().part(ColumnTraits.class).columns()) {
            List<RemovedFeature> used = removed.in(Tokens.of(column.generation(), ""));
            if (!used.isEmpty()) {
                findings.add(COLUMNS.blocker(
                        column.table() + "." + column.name(),
                        "It is generated with " + shown(used) + ": " + column.generation() + ".",
                        "Write another expression on the source. " + instead(used)));
            }
        }
        return findings;
    }

    private static Finding finding(StoredObject object, List<RemovedFeature> used) {
        boolean refused =
                object.kind() == Kind.VIEW || used.stream().anyMatch(feature -> feature.effect() == Effect.REFUSED);
        String words = "It uses " + shown(used) + ", which the target no longer knows.";
        String remedy = "Make it again on the source without it. " + instead(used);
        return refused ? REFUSED.blocker(object.label(), words, remedy) : LATE.warning(object.label(), words, remedy);
    }

    private static String shown(List<RemovedFeature> used) {
        return used.stream().map(RemovedFeature::name).collect(Collectors.joining(", "));
    }

    private static String instead(List<RemovedFeature> used) {
        return used.stream()
                .map(feature -> "In place of " + feature.name() + ": " + feature.instead() + ".")
                .collect(Collectors.joining(" "));
    }
}
