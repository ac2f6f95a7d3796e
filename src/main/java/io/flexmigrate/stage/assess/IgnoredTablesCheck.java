package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** FM1410, FM1411: the target's replication leaves nothing out that moves. */
final class IgnoredTablesCheck implements Check<BothServers> {

    private static final Rule IGNORED = Rule.absolute(
            "FM1410",
            "The target's filter leaves out nothing that moves",
            "Changes of a table that the filter matches are thrown away on the target without an error: they would be lost.",
            "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-data-in-replication");
    private static final Rule OTHER = Rule.of(
            "FM1411",
            "The target has no replication filter but the one for system databases",
            "A filter throws away changes on the target without an error, and by database it goes by the default database of a session,"
                    + " not by the table that is written.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-rules.html");

    @Override
    public List<Rule> rules() {
        return List.of(IGNORED, OTHER);
    }

    @Override
    public List<Finding> findings(Plan plan, BothServers seen) {
        Map<String, String> filters =
                seen.target().part(TargetFilters.class).set().orElse(Map.of());
        String ignored = filters.getOrDefault(ReplicationFilters.WILD_IGNORE_TABLE, "");
        List<WildPattern> harmful = WildPattern.list(ignored).stream()
                .filter(pattern -> matchesAny(pattern.compiled(), seen.source()))
                .toList();
        return Stream.concat(
                        harmful.isEmpty() ? Stream.empty() : Stream.of(ignored(plan, ignored, harmful)),
                        filters.entrySet().stream()
                                .filter(filter -> !filter.getKey().equals(ReplicationFilters.WILD_IGNORE_TABLE))
                                .filter(filter -> !filter.getValue().isBlank())
                                .map(filter -> other(filter.getKey(), filter.getValue())))
                .toList();
    }

    private static boolean matchesAny(Pattern pattern, SourceInventory source) {
        Stream<String> tables = source.tables().stream().map(TableSize::name).map(Object::toString);
        Stream<String> databases = source.scope().stream().map(database -> database + ".");
        return Stream.concat(databases, tables)
                .anyMatch(name -> pattern.matcher(name).matches());
    }

    private static Finding ignored(Plan plan, String filter, List<WildPattern> harmful) {
        String rest = WildPattern.list(filter).stream()
                .filter(pattern -> !harmful.contains(pattern))
                .map(WildPattern::text)
                .collect(Collectors.joining(","));
        AzureCommand azure = new AzureCommand(plan);
        return IGNORED.blocker(
                "target replicate_wild_ignore_table",
                "It is " + filter + ", and matches tables that move by "
                        + ShortList.of(harmful.stream().map(WildPattern::text).toList())
                        + ".",
                "Leave out only what does not move; the parameter takes effect with a restart:\n"
                        + azure.set("replicate_wild_ignore_table", rest) + "\n" + azure.restart());
    }

    private static Finding other(String name, String value) {
        return OTHER.blocker(
                "target " + name,
                "The target replicates only a part: " + name + " is " + value + ".",
                "Take the filter out of the target's options, and away now:\nCHANGE REPLICATION FILTER " + name
                        + " = ();");
    }
}
