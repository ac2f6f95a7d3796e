package io.flexmigrate.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tables of one database as one text of the journal, such as {@code `a`,`b`}: names may hold whatever they like. */
public final class TableList {

    private static final Pattern NAME = Pattern.compile("`((?:[^`]|``)*+)`");

    private TableList() {}

    /** Writes it. */
    public static String text(List<TableName> tables) {
        return tables.stream().map(table -> Identifier.quoted(table.table())).collect(Collectors.joining(","));
    }

    /** Reads it back. */
    public static List<TableName> tables(String database, String text) {
        return NAME.matcher(text)
                .results()
                .map(name -> new TableName(database, name.group(1).replace("``", "`")))
                .toList();
    }
}
