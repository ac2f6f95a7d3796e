package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The unique keys of a table in whose order it can be read. */
public record ChunkKeys(Session session) {

    /** The primary key first. */
    public List<ChunkKey> of(TableName table, List<Rendering> compared) {
        List<String> names = compared.stream().map(Rendering::name).toList();
        Map<String, List<KeyPart>> parts = new LinkedHashMap<>();
        Set<String> unusable = new LinkedHashSet<>();
        Map<String, Row> columns = columns(table);
        for (Row row : inOrder(session.query(statistics(table)))) {
            String index = row.text("index_name");
            KeyPart part = part(row, columns.getOrDefault(row.text("column_name"), Row.of(Map.of())));
            boolean whole =
                    row.find("sub_part").isEmpty() && row.text("nullable").isEmpty();
            boolean visible = !row.find("is_visible").orElse("YES").equals("NO");
            if (!whole || !visible || !names.contains(part.name()) || !part.isExact()) {
                unusable.add(index);
            }
            parts.computeIfAbsent(index, unused -> new ArrayList<>()).add(part);
        }
        parts.keySet().removeAll(unusable);
        return parts.entrySet().stream()
                .map(entry -> new ChunkKey(Optional.of(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The key as this server is to use it: without its index when that is not here. */
    public static ChunkKey asHere(ChunkKey key, List<ChunkKey> here) {
        return here.stream()
                .filter(key::isOrderedAs)
                .findFirst()
                .map(found -> found.inDirectionOf(key))
                .orElseGet(() -> new ChunkKey(Optional.empty(), key.parts()));
    }

    /** The first key that both servers order alike. */
    public static Optional<ChunkKey> common(List<ChunkKey> source, List<ChunkKey> target) {
        return source.stream()
                .filter(key -> target.stream().anyMatch(key::isOrderedAs))
                .findFirst();
    }

    /** With *, because IS_VISIBLE is not there before 8.0. */
    private static Sql statistics(TableName table) {
        return Sql.of("listing the unique keys of " + table, """
                SELECT * FROM information_schema.STATISTICS
                WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ? AND NON_UNIQUE = 0""", table.database(), table.table());
    }

    private Map<String, Row> columns(TableName table) {
        Sql sql = Sql.of("listing the columns of " + table, """
                SELECT COLUMN_NAME AS name, DATA_TYPE AS type, CHARACTER_SET_NAME AS character_set,
                COLLATION_NAME AS collation FROM information_schema.COLUMNS
                WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?""", table.database(), table.table());
        Map<String, Row> columns = new HashMap<>();
        session.query(sql).forEach(row -> columns.put(row.text("name"), row));
        return columns;
    }

    private static List<Row> inOrder(List<Row> statistics) {
        return statistics.stream()
                .sorted(Comparator.comparing(
                                (Row row) -> !row.text("index_name").equals("PRIMARY"))
                        .thenComparing(row -> row.text("index_name"))
                        .thenComparing(row -> row.number("seq_in_index")))
                .toList();
    }

    private static KeyPart part(Row row, Row column) {
        return new KeyPart(
                row.text("column_name"),
                column.text("type").toLowerCase(Locale.ROOT),
                column.text("character_set"),
                column.text("collation"),
                row.text("collation").equals("D"));
    }
}
