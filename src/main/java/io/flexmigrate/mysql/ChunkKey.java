package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.RowRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * A unique key without NULL, in whose order a table can be read piece by piece.
 *
 * @param index its name, to be forced on the optimizer; empty when the server is to find its own way
 */
public record ChunkKey(Optional<String> index, List<KeyPart> parts) {

    public ChunkKey {
        parts = List.copyOf(parts);
    }

    public List<String> columns() {
        return parts.stream().map(KeyPart::name).toList();
    }

    /** The columns whose values are numbers or times, and so may be told to anybody who puts rows right. */
    public List<String> telling() {
        return parts.stream().filter(KeyPart::isTelling).map(KeyPart::name).toList();
    }

    /** Whether both servers put rows in the same order by it. */
    boolean isOrderedAs(ChunkKey other) {
        if (parts.size() != other.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            KeyPart part = parts.get(i);
            if (!part.name().equalsIgnoreCase(other.parts.get(i).name()) || !part.isOrderedAs(other.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The same with the order of another of these columns: 5.7 ignores DESC in a key, 8.0 does not. */
    ChunkKey inDirectionOf(ChunkKey other) {
        List<KeyPart> turned = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            turned.add(parts.get(i).inDirectionOf(other.parts.get(i)));
        }
        return new ChunkKey(index, turned);
    }

    /** The columns to select, named k0, k1 and so on. */
    String selected() {
        StringJoiner selected = new StringJoiner(", ");
        for (int i = 0; i < parts.size(); i++) {
            selected.add(parts.get(i).selected() + " AS k" + i);
        }
        return selected.toString();
    }

    /** The key of a row that was read with {@link #selected}. */
    RowKey of(Row row) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            values.add(row.text("k" + i));
        }
        return new RowKey(values);
    }

    String forced() {
        return index.map(name -> " FORCE INDEX (" + Identifier.quoted(name) + ")")
                .orElse("");
    }

    String ordered() {
        StringJoiner order = new StringJoiner(", ", " ORDER BY ", "");
        parts.forEach(part -> order.add(part.quoted() + (part.isDescending() ? " DESC" : "")));
        return order.toString();
    }

    /** A condition for exactly this row. */
    public String equal(RowKey row) {
        StringJoiner all = new StringJoiner(" AND ");
        for (int i = 0; i < parts.size(); i++) {
            all.add(parts.get(i).quoted() + " = "
                    + parts.get(i).literal(row.values().get(i)));
        }
        return all.toString();
    }

    /** A condition for exactly these rows; at least one. */
    String among(List<RowKey> rows) {
        if (parts.size() == 1) {
            KeyPart part = parts.get(0);
            StringJoiner list = new StringJoiner(", ", " WHERE " + part.quoted() + " IN (", ")");
            rows.forEach(row -> list.add(part.literal(row.values().get(0))));
            return list.toString();
        }
        StringJoiner any = new StringJoiner(" OR ", " WHERE ", "");
        rows.forEach(row -> any.add("(" + equal(row) + ")"));
        return any.toString();
    }

    /**
     * A condition for the rows of a range: nested AND and OR, from which the optimizer makes a range of the index, as it does
     * not of {@code (a, b) > (1, 2)}: refman/5.7/en/range-optimization.html#row-constructor-range-optimization.
     */
    String within(RowRange range) {
        StringJoiner both = new StringJoiner(" AND ", " WHERE ", "").setEmptyValue("");
        range.after().ifPresent(row -> both.add(beyond(row, 0, true)));
        range.upTo().ifPresent(row -> both.add(beyond(row, 0, false)));
        return both.toString();
    }

    private String beyond(RowKey row, int at, boolean isAfter) {
        KeyPart part = parts.get(at);
        String name = part.quoted();
        String value = part.literal(row.values().get(at));
        String strict = isAfter == part.isDescending() ? " < " : " > ";
        if (at == parts.size() - 1) {
            return name + (isAfter ? strict : strict.stripTrailing() + "= ") + value;
        }
        return "(" + name + strict.stripTrailing() + "= " + value + " AND (" + name + strict + value + " OR "
                + beyond(row, at + 1, isAfter) + "))";
    }
}
