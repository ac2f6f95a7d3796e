package io.flexmigrate.mysql;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a server says of foreign keys and checks. */
record ConstraintDefinitions(Session session, ServerVersion version, Spelling spelling) {

    void read(List<String> databases, Consumer<Definition> receiver) {
        foreignKeys(databases).forEach(receiver);
        if (version.isAtLeast(8, 0, 16)) {
            checks(databases).forEach(receiver);
        }
    }

    private List<Definition> foreignKeys(List<String> databases) {
        Sql rules = Sql.of(
                "reading the definitions of the foreign keys",
                "SELECT CONSTRAINT_SCHEMA AS d, TABLE_NAME AS t, CONSTRAINT_NAME AS name, UPDATE_RULE AS u, DELETE_RULE AS x"
                        + " FROM information_schema.REFERENTIAL_CONSTRAINTS WHERE CONSTRAINT_SCHEMA IN "
                        + Places.in(databases),
                databases.toArray());
        Map<String, List<Row>> columns = columns(databases);
        return session.query(rules).stream()
                .map(row -> foreignKey(row, columns.getOrDefault(key(row), List.of())))
                .toList();
    }

    private Map<String, List<Row>> columns(List<String> databases) {
        Sql sql = Sql.of(
                "reading the columns of the foreign keys",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS t, CONSTRAINT_NAME AS name, COLUMN_NAME AS c,"
                        + " REFERENCED_TABLE_SCHEMA AS rd, REFERENCED_TABLE_NAME AS rt, REFERENCED_COLUMN_NAME AS rc"
                        + " FROM information_schema.KEY_COLUMN_USAGE WHERE REFERENCED_TABLE_NAME IS NOT NULL"
                        + " AND TABLE_SCHEMA IN " + Places.in(databases)
                        + " ORDER BY TABLE_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, ORDINAL_POSITION",
                databases.toArray());
        return session.query(sql).stream()
                .collect(Collectors.groupingBy(ConstraintDefinitions::key, LinkedHashMap::new, Collectors.toList()));
    }

    private static String key(Row row) {
        return row.text("d") + "." + row.text("t") + "." + row.text("name");
    }

    private static Definition foreignKey(Row rule, List<Row> columns) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("columns", columns.stream().map(row -> row.text("c")).collect(Collectors.joining(", ")));
        attributes.put(
                "references",
                columns.stream()
                        .map(row -> row.text("rd") + "." + row.text("rt") + "." + row.text("rc"))
                        .collect(Collectors.joining(", ")));
        attributes.put("on update", action(rule.text("u")));
        attributes.put("on delete", action(rule.text("x")));
        return Definition.in(
                new TableName(rule.text("d"), rule.text("t")), "foreign key", rule.text("name"), attributes);
    }

    /** InnoDB does the same for both, and versions differ in which one they show: refman/8.0/en/create-table-foreign-keys.html. */
    private static String action(String rule) {
        return rule.equals("RESTRICT") ? "NO ACTION" : rule;
    }

    private List<Definition> checks(List<String> databases) {
        Sql sql = Sql.of(
                "reading the definitions of the checks",
                "SELECT k.CONSTRAINT_SCHEMA AS d, k.TABLE_NAME AS t, k.CONSTRAINT_NAME AS name, k.ENFORCED AS enforced,"
                        + " c.CHECK_CLAUSE AS clause FROM information_schema.TABLE_CONSTRAINTS k"
                        + " JOIN information_schema.CHECK_CONSTRAINTS c ON c.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA"
                        + " AND c.CONSTRAINT_NAME = k.CONSTRAINT_NAME"
                        + " WHERE k.CONSTRAINT_TYPE = 'CHECK' AND k.CONSTRAINT_SCHEMA IN " + Places.in(databases),
                databases.toArray());
        return session.query(sql).stream()
                .map(row -> Definition.in(
                        new TableName(row.text("d"), row.text("t")),
                        "check",
                        row.text("name"),
                        Map.of(
                                "clause", spelling.expression(row.text("clause")),
                                "enforced", row.text("enforced"))))
                .toList();
    }
}
