package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.model.StoredObject;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** FM1212, FM1213: names survive a target that takes upper and lower case for the same, as flexible servers do by default. */
final class NameCaseCheck implements Check<BothServers> {

    private static final String MANUAL = "https://dev.mysql.com/doc/refman/8.0/en/identifier-case-sensitivity.html";

    static final Rule COLLISIONS = Rule.absolute(
            "FM1212",
            "Names differ in more than upper and lower case",
            "On a target with lower_case_table_names other than 0 such databases or tables are one: the loader would put the rows"
                    + " of both into one table, or fail.",
            MANUAL);
    static final Rule MIXED = Rule.of(
            "FM1213",
            "Names are in lower case where the target makes them so",
            "A target with lower_case_table_names=1 stores names in lower case. Statements find them however they are written,"
                    + " but lists of tables, and programs that compare names, see other names than before.",
            MANUAL);

    @Override
    public List<Rule> rules() {
        return List.of(COLLISIONS, MIXED);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        String source = seen.source().server().variables().text("lower_case_table_names");
        String target = seen.target().server().variables().text("lower_case_table_names");
        if (!source.equals("0") || target.equals("0")) {
            return List.of();
        }
        List<TableName> tables = tables(seen.source());
        List<Finding> findings = new ArrayList<>();
        findings.addAll(collisions("databases", seen.source().scope(), name -> name));
        findings.addAll(collisions("tables", tables, TableName::toString));
        if (target.equals("1")) {
            findings.addAll(mixed(seen.source().scope(), tables));
        }
        return findings;
    }

    private static List<TableName> tables(SourceInventory source) {
        return Stream.concat(
                        source.tables().stream().map(TableSize::name),
                        source.part(StoredCode.class).of(source.scope()).stream()
                                .filter(object -> object.kind() == Kind.VIEW)
                                .map(NameCaseCheck::name))
                .toList();
    }

    private static TableName name(StoredObject view) {
        return new TableName(view.database(), view.name());
    }

    private static <T> List<Finding> collisions(String what, List<T> all, Function<T, String> written) {
        Map<String, List<T>> byName = all.stream()
                .collect(Collectors.groupingBy(
                        name -> written.apply(name).toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()));
        return byName.values().stream()
                .filter(names -> names.size() > 1)
                .map(names -> COLLISIONS.blocker(
                        what + " " + names.stream().map(written).collect(Collectors.joining(", ")),
                        "They differ in upper and lower case only, and lower_case_table_names is not 0 on the target.",
                        "Rename all but one on the source, and in the programs that use them"
                                + (names.get(0) instanceof TableName table ? rename(table) : ".")))
                .toList();
    }

    private static String rename(TableName table) {
        return ":\nRENAME TABLE " + table.quoted() + " TO "
                + new TableName(table.database(), table.table() + "_1").quoted() + ";";
    }

    private static List<Finding> mixed(List<String> databases, List<TableName> tables) {
        List<Finding> findings = new ArrayList<>();
        for (String database : databases) {
            List<String> names = Stream.concat(
                            Stream.of(database),
                            tables.stream()
                                    .filter(table -> table.database().equals(database))
                                    .map(TableName::table))
                    .filter(name -> !name.equals(name.toLowerCase(Locale.ROOT)))
                    .toList();
            if (!names.isEmpty()) {
                findings.add(MIXED.warning(
                        "database " + database,
                        "The target will store these names of it in lower case: " + new Names(names).shown() + ".",
                        "See that the programs that use " + Identifier.quoted(database)
                                + " do not compare names, or create a flexible server with lower_case_table_names=2."));
            }
        }
        return findings;
    }
}
