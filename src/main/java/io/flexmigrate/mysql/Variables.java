package io.flexmigrate.mysql;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A server's global variables at one moment; names in lower case. */
public record Variables(Map<String, String> values) {

    public Variables {
        values = Map.copyOf(values);
    }

    static Variables read(Session session) {
        return new Variables(session.query(Sql.of("reading the variables", "SHOW GLOBAL VARIABLES")).stream()
                .collect(Collectors.toMap(
                        row -> row.text("Variable_name").toLowerCase(Locale.ROOT),
                        row -> row.text("Value"),
                        (first, second) -> second,
                        TreeMap::new)));
    }

    /** The value; empty when the server has no such variable. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** The value as a number; 0 when there is none. */
    public long number(String name) {
        String value = text(name);
        return value.matches("-?\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    public boolean isOn(String name) {
        return text(name).equalsIgnoreCase("ON") || text(name).equals("1");
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }
}
