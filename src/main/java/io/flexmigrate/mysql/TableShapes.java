package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The shape of every table of some databases, to tell whether a DDL statement ran meanwhile. */
public record TableShapes(Map<TableName, String> definitions) {

    public TableShapes {
        definitions = Map.copyOf(definitions);
    }

    /** Reads the definitions of all base tables, without their auto-increment counters. */
    public static TableShapes read(Session session, Iterable<TableName> tables) {
        Map<TableName, String> definitions = new TreeMap<>();
        for (TableName table : tables) {
            Sql sql = Sql.of("reading the definition of " + table, "SHOW CREATE TABLE " + table.quoted());
            session.first(sql)
                    .ifPresent(row ->
                            definitions.put(table, row.text("Create Table").replaceAll(" AUTO_INCREMENT=\\d+", "")));
        }
        return new TableShapes(definitions);
    }

    /** The tables alone, without looking at their shapes. */
    static TableShapes unread(List<TableName> tables) {
        return new TableShapes(tables.stream().collect(Collectors.toMap(table -> table, table -> "")));
    }
}
