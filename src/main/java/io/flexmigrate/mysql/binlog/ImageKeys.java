package io.flexmigrate.mysql.binlog;

import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.ChunkKey;
import io.flexmigrate.mysql.KeyPart;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the key out of rows of a binlog, where columns have numbers and no names.
 *
 * @param width how many columns the table has
 */
public record ImageKeys(int width, List<Part> parts) {

    /** Where a column of the key stands, and how its value is written. */
    record Part(int ordinal, ImageValue value) {}

    public ImageKeys {
        parts = List.copyOf(parts);
    }

    /** Of a table as it is now. */
    public static ImageKeys of(Session session, TableName table, ChunkKey key) {
        Map<String, Row> columns = new HashMap<>();
        session.query(Sql.of("numbering the columns of " + table, """
                SELECT COLUMN_NAME AS name, ORDINAL_POSITION AS ordinal, COLUMN_TYPE AS type,
                       CHARACTER_OCTET_LENGTH AS bytes
                FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?""", table.database(), table.table()))
                .forEach(row -> columns.put(row.text("name"), row));
        List<Part> parts = new ArrayList<>();
        for (KeyPart part : key.parts()) {
            Row column = columns.getOrDefault(part.name(), Row.of(Map.of()));
            boolean unsigned = column.text("type").toLowerCase(Locale.ROOT).contains("unsigned");
            parts.add(new Part(
                    Math.toIntExact(column.number("ordinal")),
                    new ImageValue(
                            part.type(),
                            unsigned,
                            Math.toIntExact(
                                    column.find("bytes").map(Long::parseLong).orElse(0L)))));
        }
        return new ImageKeys(columns.size(), parts);
    }

    /** The key of a row; empty when the row does not hold it in a way we can read. */
    public Optional<RowKey> of(RowImage image) {
        List<String> values = new ArrayList<>();
        for (Part part : parts) {
            Optional<String> value = image.value(part.ordinal()).flatMap(part.value()::text);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(new RowKey(values));
    }
}
