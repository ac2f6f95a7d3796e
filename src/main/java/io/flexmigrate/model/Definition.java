package io.flexmigrate.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a server says of one thing of a schema, attribute by attribute.
 *
 * @param kind such as {@code column}
 * @param name with its database, such as {@code shop.price.cents}
 * @param table the table it belongs to, such as {@code shop.price}; empty for what belongs to none
 * @param attributes values by the attributes' names
 */
public record Definition(String kind, String name, Optional<String> table, Map<String, String> attributes) {

    public Definition {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** One that belongs to no table, or is one. */
    public static Definition of(String kind, String name, Map<String, String> attributes) {
        return new Definition(kind, name, Optional.empty(), attributes);
    }

    /** One that belongs to a table. */
    public static Definition in(TableName table, String kind, String name, Map<String, String> attributes) {
        return new Definition(kind, table + "." + name, Optional.of(table.toString()), attributes);
    }

    /** The label of the table it belongs to, such as {@code table shop.price}; its own when it belongs to none. */
    public String owner() {
        return table.map(name -> "table " + name).orElseGet(this::label);
    }

    /** Kind and name, as messages say it. */
    public String label() {
        return kind + " " + name;
    }
}
