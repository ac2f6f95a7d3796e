package io.flexmigrate.model;

import java.util.List;

/**
 * The values of a unique key that name one row.
 *
 * @param values numbers and times as text, texts and bytes as hexadecimal digits, in the order of the key
 */
public record RowKey(List<String> values) {

    public RowKey {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return String.join(", ", values);
    }
}
