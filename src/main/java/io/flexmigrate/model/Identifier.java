package io.flexmigrate.model;

/** Quotes the names of databases, tables, columns and other objects for SQL. */
public final class Identifier {

    private Identifier() {}

    /** The name between backticks, with the backticks inside doubled: refman/8.0/en/identifiers.html. */
    public static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
