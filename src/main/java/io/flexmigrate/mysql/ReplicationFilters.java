package io.flexmigrate.mysql;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a server leaves out when it replicates. */
public record ReplicationFilters(Session session, Dialect dialect) {

    public static final String WILD_IGNORE_TABLE = "REPLICATE_WILD_IGNORE_TABLE";

    private static final List<String> COLUMNS = List.of(
            "Replicate_Do_DB",
            "Replicate_Ignore_DB",
            "Replicate_Do_Table",
            "Replicate_Ignore_Table",
            "Replicate_Wild_Do_Table",
            "Replicate_Wild_Ignore_Table");

    /**
     * The filters that are set, by their name in capitals.
     *
     * @return empty when the server does not show them: 5.7 does so only while it has a link
     */
    public Optional<Map<String, String>> set() {
        return dialect.showsReplicationFilters() ? Optional.of(global()) : ofLink();
    }

    private Map<String, String> global() {
        Map<String, String> filters = new TreeMap<>();
        Sql sql = Sql.of(
                "reading the replication filters",
                "SELECT FILTER_NAME AS name, FILTER_RULE AS rule"
                        + " FROM performance_schema.replication_applier_global_filters");
        session.query(sql).forEach(row -> filters.put(row.text("name"), row.text("rule")));
        return filters;
    }

    private Optional<Map<String, String>> ofLink() {
        return session.first(dialect.replicaStatus()).map(ReplicationFilters::filters);
    }

    private static Map<String, String> filters(Row status) {
        Map<String, String> filters = new TreeMap<>();
        COLUMNS.stream()
                .filter(column -> !status.text(column).isEmpty())
                .forEach(column -> filters.put(column.toUpperCase(Locale.ROOT), status.text(column)));
        return filters;
    }

    /**
     * Has the applier leave out tables by these patterns, and no others; it must be stopped. A restart of the server forgets
     * it: refman/8.0/en/change-replication-filter.html.
     */
    public void ignore(List<String> patterns) {
        String text = "CHANGE REPLICATION FILTER " + WILD_IGNORE_TABLE + " = ("
                + String.join(", ", Collections.nCopies(patterns.size(), "?")) + ")";
        session.execute(new Sql("setting the replication filter", text, List.copyOf(patterns)));
    }
}
