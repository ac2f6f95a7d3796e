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

    /**
     * Spreads names that differ in numbers only, such as {@code shop_1.t12} and {@code shop_2.t11}: a record's own hash gives
     * thousands of them few values side by side, over which {@code Map.copyOf} and {@code Set.copyOf} walk one by one.
     */
    @Override
    public int hashCode() {
        int hash = database.hashCode() * 0x9E3779B9 + table.hashCode();
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    @Override
    public String toString() {
        return database + "." + table;
    }
}
