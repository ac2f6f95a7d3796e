package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The base tables of many databases, read with a handful of statements however many there are.
 *
 * <p>Nothing here makes the server renew statistics: sizes are what InnoDB has written down already. Only tables that it has
 * written nothing of are asked of {@code information_schema}, whose sizes 8.0 remembers for a day
 * ({@code information_schema_stats_expiry}).
 */
record Tables(Session session) {

    /** How many tables one statement asks the size of. */
    private static final int AT_ONCE = 1_000;

    private static final TableStatistics.Size NOTHING = new TableStatistics.Size(0, 0, 0);

    /** In alphabetical order. */
    List<TableSize> sizes(List<String> databases) {
        Map<TableName, String> engines = engines(databases);
        Set<TableName> withPrimaryKey = withPrimaryKey(databases);
        Map<TableName, TableStatistics.Size> sizes =
                new TreeMap<>(new TableStatistics(session).of(databases, engines.keySet()));
        sizes.keySet().removeIf(name -> !"InnoDB".equalsIgnoreCase(engines.get(name)));
        List<TableName> unknown = engines.keySet().stream()
                .filter(name -> !sizes.containsKey(name))
                .toList();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            sizes.putAll(asked(unknown.subList(from, Math.min(unknown.size(), from + AT_ONCE))));
        }
        List<TableSize> tables = new ArrayList<>();
        engines.forEach((name, engine) -> {
            TableStatistics.Size size = sizes.getOrDefault(name, NOTHING);
            tables.add(new TableSize(
                    name, engine, size.rows(), size.dataBytes(), size.indexBytes(), withPrimaryKey.contains(name)));
        });
        return tables;
    }

    /** Names alone, in alphabetical order. */
    List<TableName> names(List<String> databases) {
        return List.copyOf(engines(databases).keySet());
    }

    private Map<TableName, String> engines(List<String> databases) {
        Sql sql = Sql.of(
                "listing the tables",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS name, ENGINE AS engine FROM information_schema.TABLES"
                        + " WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA IN " + Places.in(databases),
                databases.toArray());
        Map<TableName, String> engines = new TreeMap<>();
        // because 5.7 compares these names without regard to case, and Shop need not be shop
        Set<String> exactly = Set.copyOf(databases);
        for (Row row : session.query(sql)) {
            if (exactly.contains(row.text("d"))) {
                engines.put(name(row), row.text("engine"));
            }
        }
        return engines;
    }

    private Set<TableName> withPrimaryKey(List<String> databases) {
        Sql sql = Sql.of(
                "listing the primary keys",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS name FROM information_schema.TABLE_CONSTRAINTS"
                        + " WHERE CONSTRAINT_TYPE = 'PRIMARY KEY' AND TABLE_SCHEMA IN " + Places.in(databases),
                databases.toArray());
        Set<TableName> names = new HashSet<>();
        session.query(sql).forEach(row -> names.add(name(row)));
        return names;
    }

    private Map<TableName, TableStatistics.Size> asked(List<TableName> tables) {
        List<Object> values = new ArrayList<>();
        tables.forEach(name -> {
            values.add(name.database());
            values.add(name.table());
        });
        Sql sql = new Sql(
                "reading sizes of tables",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS name, TABLE_ROWS AS estimate, DATA_LENGTH AS data_bytes,"
                        + " INDEX_LENGTH AS index_bytes FROM information_schema.TABLES"
                        + " WHERE (TABLE_SCHEMA, TABLE_NAME) IN " + Places.inPairs(tables),
                values);
        Map<TableName, TableStatistics.Size> sizes = new TreeMap<>();
        session.query(sql)
                .forEach(row -> sizes.put(
                        name(row),
                        new TableStatistics.Size(
                                row.number("estimate"), row.number("data_bytes"), row.number("index_bytes"))));
        return sizes;
    }

    private static TableName name(Row row) {
        return new TableName(row.text("d"), row.text("name"));
    }
}
