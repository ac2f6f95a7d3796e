package io.flexmigrate.mysql;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a server says of the indexes of tables. */
record IndexDefinitions(Session session, ServerVersion version, Spelling spelling) {

    private static final String PRIMARY = "PRIMARY";

    /**
     * Reads them.
     *
     * @param hidden the tables whose primary key the server has added by itself
     */
    void read(List<String> databases, Set<TableName> hidden, Consumer<Definition> receiver) {
        List<Row> parts = new ArrayList<>();
        session.each(statement(databases), row -> {
            if (!parts.isEmpty() && !isOfSameIndex(parts.get(0), row)) {
                receiver.accept(index(parts));
                parts.clear();
            }
            boolean isHidden = row.text("name").equals(PRIMARY) && hidden.contains(table(row));
            if (!isHidden) {
                parts.add(row);
            }
        });
        if (!parts.isEmpty()) {
            receiver.accept(index(parts));
        }
    }

    private static boolean isOfSameIndex(Row one, Row other) {
        return table(one).equals(table(other)) && one.text("name").equals(other.text("name"));
    }

    private Sql statement(List<String> databases) {
        String visible = version.isAtLeast(8, 0, 0) ? "IS_VISIBLE" : "'YES'";
        String expression = version.isAtLeast(8, 0, 13) ? "EXPRESSION" : "NULL";
        return Sql.of(
                "reading the definitions of the indexes",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS t, INDEX_NAME AS name, NON_UNIQUE AS many, COLUMN_NAME AS c,"
                        + " SUB_PART AS prefix, COLLATION AS way, INDEX_TYPE AS type, INDEX_COMMENT AS comment, "
                        + visible + " AS visible, " + expression + " AS expression FROM information_schema.STATISTICS"
                        + " WHERE TABLE_SCHEMA IN " + Places.in(databases)
                        + " ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX",
                databases.toArray());
    }

    private static TableName table(Row row) {
        return new TableName(row.text("d"), row.text("t"));
    }

    private Definition index(List<Row> rows) {
        Row first = rows.get(0);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put(
                "columns", String.join(", ", rows.stream().map(this::part).toList()));
        attributes.put("unique", first.number("many") == 0 ? "yes" : "no");
        attributes.put("type", first.text("type"));
        attributes.put("visible", first.text("visible"));
        attributes.put("comment", first.text("comment"));
        return Definition.in(table(first), "index", first.text("name"), attributes);
    }

    /** 5.7 takes DESC and forgets it: refman/5.7/en/create-index.html; so its statements never have one. */
    private String part(Row row) {
        String column = row.find("expression")
                .map(expression -> "(" + spelling.expression(expression) + ")")
                .orElse(row.text("c"));
        boolean isSpatial = row.text("type").equals("SPATIAL");
        String prefix = isSpatial
                ? ""
                : row.find("prefix").map(length -> "(" + length + ")").orElse("");
        return column + prefix + (row.text("way").equals("D") ? " DESC" : "");
    }
}
