package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.ReservedWords;
import io.flexmigrate.planning.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** FM1215, FM1216: no name is a word that the newer server reserves. */
final class ReservedWordsCheck implements Check<BothServers> {

    private static final String MANUAL = "https://dev.mysql.com/doc/refman/8.0/en/keywords.html";

    static final Rule IN_CODE = Rule.of(
            "FM1215",
            "Code uses no name without quotes that the target reserves",
            "A routine, trigger or event that names something by a reserved word without quotes is refused when it is created"
                    + " (error 1064), so LOAD would fail.",
            MANUAL);
    static final Rule NAMES = Rule.of(
            "FM1216",
            "Tables, columns and routines do not have names that the target reserves",
            "They move, but a program that names one without quotes gets error 1064 from the target.",
            MANUAL);

    @Override
    public List<Rule> rules() {
        return List.of(IN_CODE, NAMES);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Set<String> words = ReservedWords.between(
                seen.source().server().version(), seen.target().server().version());
        if (words.isEmpty()) {
            return List.of();
        }
        return Stream.concat(inCode(seen.source(), words), names(seen.source(), words))
                .toList();
    }

    private static Stream<Finding> inCode(SourceInventory source, Set<String> words) {
        List<Finding> findings = new ArrayList<>();
        for (StoredObject object : source.part(StoredCode.class).of(source.scope())) {
            List<String> used = ReservedWords.in(Tokens.of(object.body().orElse(""), object.sqlMode()), words);
            if (!used.isEmpty()) {
                String word = used.get(0).toLowerCase(Locale.ROOT);
                findings.add(IN_CODE.blocker(
                        object.label(),
                        "It names something " + String.join(", ", used) + " without quotes, which the target reserves.",
                        "Make it again on the source with the name between backticks, as in `" + word + "`."));
            }
        }
        return findings.stream();
    }

    private static Stream<Finding> names(SourceInventory source, Set<String> words) {
        Map<String, List<String>> users = new TreeMap<>();
        source.tables().stream().map(TableSize::name).forEach(name -> add(users, words, name.table(), name.toString()));
        source.part(ColumnTraits.class)
                .columns()
                .forEach(column -> add(users, words, column.name(), column.table() + "." + column.name()));
        source.objects().stream()
                .filter(object -> object.kind() != Kind.TRIGGER && object.kind() != Kind.EVENT)
                .forEach(object ->
                        add(users, words, object.name(), new TableName(object.database(), object.name()).toString()));
        return users.entrySet().stream()
                .map(entry -> NAMES.warning(
                        "reserved word " + entry.getKey(),
                        "The target reserves it, and it is the name of " + new Names(entry.getValue()).shown() + ".",
                        "Let programs write it between backticks: `"
                                + entry.getKey().toLowerCase(Locale.ROOT) + "`."));
    }

    private static void add(Map<String, List<String>> users, Set<String> words, String name, String whose) {
        String word = name.toUpperCase(Locale.ROOT);
        if (words.contains(word)) {
            users.computeIfAbsent(word, key -> new ArrayList<>()).add(whose);
        }
    }
}
