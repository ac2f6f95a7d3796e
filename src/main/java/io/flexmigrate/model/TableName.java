package io.flexmigrate.model;

import java.util.Comparator;

/** A table and the database it is in. */
public record TableName(String database, String table) implements Comparable<TableName> {

    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::database).thenComparing(TableName::table);

    /** The name as SQL writes it, each part between backticks. */
    public String quoted() {
        return Identifier.quoted(database) + "." + Identifier.quoted(table);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return database + "." + table;
    }
}
