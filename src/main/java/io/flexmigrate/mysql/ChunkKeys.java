package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.ArrayList;
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
    public List<ChunkKey> of(TableName table, List<Checksums.Column> compared) {
        List<String> names = compared.stream().map(Checksums.Column::name).toList();
        Map<String, List<KeyPart>> parts = new LinkedHashMap<>();
        Set<String> unusable = new LinkedHashSet<>();
        for (Row row : session.query(statistics(table))) {
            String index = row.text("index_name");
            KeyPart part = part(row);
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
                .orElseGet(() -> new ChunkKey(Optional.empty(), key.parts()));
    }

    /** The first key that both servers order alike. */
    public static Optional<ChunkKey> common(List<ChunkKey> source, List<ChunkKey> target) {
        return source.stream()
                .filter(key -> target.stream().anyMatch(key::isOrderedAs))
                .findFirst();
    }

    private static Sql statistics(TableName table) {
        // because IS_VISIBLE is not there before 8.0, only * may name it
        return Sql.of("listing the unique keys of " + table, """
                SELECT s.*, c.DATA_TYPE AS part_type, c.CHARACTER_SET_NAME AS part_set, c.COLLATION_NAME AS part_collation
                FROM information_schema.STATISTICS s LEFT JOIN information_schema.COLUMNS c
                ON c.TABLE_SCHEMA = s.TABLE_SCHEMA AND c.TABLE_NAME = s.TABLE_NAME AND c.COLUMN_NAME = s.COLUMN_NAME
                WHERE s.TABLE_SCHEMA = ? AND s.TABLE_NAME = ? AND s.NON_UNIQUE = 0
                ORDER BY s.INDEX_NAME <> 'PRIMARY', s.INDEX_NAME, s.SEQ_IN_INDEX""", table.database(), table.table());
    }

    private static KeyPart part(Row row) {
        return new KeyPart(
                row.text("column_name"),
                row.text("part_type").toLowerCase(Locale.ROOT),
                row.text("part_set"),
                row.text("part_collation"),
                row.text("collation").equals("D"));
    }
}
