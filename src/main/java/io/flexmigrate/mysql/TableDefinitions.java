package io.flexmigrate.mysql;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.TableName;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a server says of base tables and their partitions. */
record TableDefinitions(Session session, Spelling spelling) {

    /** What stands there for a table although nobody asked for it. */
    private static final Set<String> IDLE =
            Set.of("PARTITIONED", "ROW_FORMAT=DEFAULT", "ENCRYPTION='N'", "ENCRYPTION=\"N\"");

    void read(List<String> databases, Consumer<Definition> receiver) {
        Sql tables = Sql.of(
                "reading the definitions of the tables",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS t, ENGINE AS e, TABLE_COLLATION AS c, TABLE_COMMENT AS m,"
                        + " CREATE_OPTIONS AS o FROM information_schema.TABLES"
                        + " WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA IN " + Places.in(databases),
                databases.toArray());
        Sql partitions = Sql.of(
                "reading the definitions of the partitions",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS t, PARTITION_NAME AS p, SUBPARTITION_NAME AS s,"
                        + " PARTITION_ORDINAL_POSITION AS n, PARTITION_METHOD AS m, PARTITION_EXPRESSION AS e,"
                        + " SUBPARTITION_METHOD AS sm, SUBPARTITION_EXPRESSION AS se, PARTITION_DESCRIPTION AS v,"
                        + " PARTITION_COMMENT AS c FROM information_schema.PARTITIONS"
                        + " WHERE PARTITION_NAME IS NOT NULL AND TABLE_SCHEMA IN " + Places.in(databases),
                databases.toArray());
        session.each(tables, row -> receiver.accept(table(row)));
        session.each(partitions, row -> receiver.accept(partition(row)));
    }

    private Definition table(Row row) {
        return Definition.of(
                "table",
                name(row).toString(),
                Map.of(
                        "engine", row.text("e"),
                        "collation", spelling.text(row.text("c")),
                        "comment", row.text("m"),
                        "options", options(row.text("o"))));
    }

    private static TableName name(Row row) {
        return new TableName(row.text("d"), row.text("t"));
    }

    private static String options(String text) {
        return Arrays.stream(text.toUpperCase(Locale.ROOT).split(" ", -1))
                .filter(option -> !option.isEmpty() && !IDLE.contains(option))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private Definition partition(Row row) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("position", row.text("n"));
        attributes.put("method", row.text("m"));
        attributes.put("expression", spelling.expression(row.text("e")));
        attributes.put("values", spelling.expression(row.text("v")));
        attributes.put("comment", row.text("c"));
        attributes.put("subpartitions", (row.text("sm") + " " + spelling.expression(row.text("se"))).strip());
        String name = row.text("p") + (row.text("s").isEmpty() ? "" : "." + row.text("s"));
        return Definition.in(name(row), "partition", name, attributes);
    }
}
