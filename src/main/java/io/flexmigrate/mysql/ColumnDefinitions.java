package io.flexmigrate.mysql;

import io.flexmigrate.model.Definition;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What a server says of columns; a primary key that it has added by itself is no column of anybody's. */
record ColumnDefinitions(Session session, ServerVersion version, Spelling spelling) {

    /** refman/8.0/en/create-table-gipks.html */
    private static final String HIDDEN_KEY = "my_row_id";

    /** The tables whose primary key the server has added. */
    Set<TableName> tablesWithHiddenKey(List<String> databases) {
        List<Object> values = new ArrayList<>(databases);
        values.add(HIDDEN_KEY);
        Sql sql = new Sql(
                "looking for primary keys that the server has added",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS t, COLUMN_NAME AS name, EXTRA AS extra"
                        + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA IN " + Places.in(databases)
                        + " AND COLUMN_NAME = ?",
                values);
        return session.query(sql).stream()
                .filter(ColumnDefinitions::isHiddenKey)
                .map(ColumnDefinitions::table)
                .collect(Collectors.toSet());
    }

    /** The columns of these tables, in their order. */
    void read(List<String> databases, Set<TableName> tables, Consumer<Definition> receiver) {
        Map<TableName, Integer> positions = new HashMap<>();
        session.each(statement(databases), row -> {
            TableName table = table(row);
            if (tables.contains(table) && !isHiddenKey(row)) {
                int position = positions.merge(table, 1, Integer::sum);
                receiver.accept(Definition.in(table, "column", row.text("name"), attributes(row, position, spelling)));
            }
        });
    }

    private Sql statement(List<String> databases) {
        String more = version.isAtLeast(8, 0, 3) ? ", SRS_ID AS srs" : "";
        return Sql.of(
                "reading the definitions of the columns",
                "SELECT TABLE_SCHEMA AS d, TABLE_NAME AS t, COLUMN_NAME AS name, COLUMN_DEFAULT AS value, IS_NULLABLE AS nullable,"
                        + " COLUMN_TYPE AS type, DATA_TYPE AS kind, CHARACTER_SET_NAME AS cs, COLLATION_NAME AS co, EXTRA AS extra,"
                        + " COLUMN_COMMENT AS comment, GENERATION_EXPRESSION AS expression" + more
                        + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA IN " + Places.in(databases)
                        + " ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION",
                databases.toArray());
    }

    private static TableName table(Row row) {
        return new TableName(row.text("d"), row.text("t"));
    }

    private static boolean isHiddenKey(Row row) {
        return row.text("name").equals(HIDDEN_KEY)
                && row.text("extra").toUpperCase(Locale.ROOT).contains("INVISIBLE")
                && row.text("extra").toLowerCase(Locale.ROOT).contains("auto_increment");
    }

    private static Map<String, String> attributes(Row row, int position, Spelling spelling) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("position", Integer.toString(position));
        attributes.put("type", spelling.type(row.text("type")));
        attributes.put("nullable", row.text("nullable"));
        attributes.put("default", value(row, spelling));
        attributes.put("character set", spelling.text(row.text("cs")));
        attributes.put("collation", spelling.text(row.text("co")));
        attributes.put("extra", extra(row.text("extra")));
        attributes.put("comment", row.text("comment"));
        attributes.put("expression", spelling.expression(row.text("expression")));
        attributes.put("srs", row.text("srs"));
        return attributes;
    }

    /** 8.0 says {@code DEFAULT_GENERATED} of what 5.7 says nothing of: refman/8.0/en/information-schema-columns-table.html. */
    private static String extra(String text) {
        return text.toUpperCase(Locale.ROOT).replace("DEFAULT_GENERATED", "").strip();
    }

    /** 8.0 says the bytes of a binary default, 5.7 the text they make. */
    private static String value(Row row, Spelling spelling) {
        String value = row.find("value").map(text -> "'" + text + "'").orElse("");
        if (row.text("extra").contains("DEFAULT_GENERATED")) {
            return spelling.expression(row.text("value"));
        }
        if (spelling.loose() && row.text("kind").endsWith("binary") && !value.startsWith("'0x") && !value.isEmpty()) {
            String bytes =
                    HexFormat.of().withUpperCase().formatHex(row.text("value").getBytes(StandardCharsets.UTF_8));
            return "'0x" + bytes + "'";
        }
        return spelling.loose() && value.startsWith("'CURRENT_TIMESTAMP")
                ? spelling.expression(row.text("value"))
                : value;
    }
}
