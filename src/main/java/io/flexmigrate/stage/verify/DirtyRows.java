package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may not be equal any more: rows by their key, or whole tables; each with where it was changed last. For any thread.
 *
 * <p>It never grows beyond a bound: then the table with the most rows becomes a whole one.
 */
final class DirtyRows {

    private final int most;
    private final Map<TableName, Map<RowKey, BinlogCoordinates>> rows = new HashMap<>();
    private final Map<TableName, BinlogCoordinates> tables = new HashMap<>();
    private int size;

    /** @param most rows that are remembered one by one; at least 1 */
    DirtyRows(int most) {
        this.most = most;
    }

    synchronized void row(TableName table, RowKey key, BinlogCoordinates upTo) {
        Map<RowKey, BinlogCoordinates> known = rows.computeIfAbsent(table, unused -> new HashMap<>());
        if (known.put(key, upTo) == null) {
            size++;
        }
        if (size > most) {
            rows.entrySet().stream()
                    .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                    .map(Map.Entry::getKey)
                    .ifPresent(largest -> forgetRows(largest, upTo));
        }
    }

    private void forgetRows(TableName table, BinlogCoordinates upTo) {
        size -= rows.getOrDefault(table, Map.of()).size();
        rows.remove(table);
        tables.put(table, upTo);
    }

    synchronized void table(TableName table, BinlogCoordinates upTo) {
        tables.put(table, upTo);
    }

    /** All tables of which something may not be equal, for a reason that is not any row's. */
    synchronized Set<TableName> tables() {
        return new HashSet<>(tables.keySet());
    }

    /** The rows of tables that are not dirty as a whole, in portions of one table each. */
    synchronized List<Portion> portions(int largest) {
        List<Portion> portions = new ArrayList<>();
        rows.forEach((table, known) -> {
            if (!tables.containsKey(table)) {
                List<RowKey> keys = List.copyOf(known.keySet());
                for (int from = 0; from < keys.size(); from += largest) {
                    portions.add(new Portion(table, keys.subList(from, Math.min(keys.size(), from + largest))));
                }
            }
        });
        return portions;
    }

    /** Where a row was changed last; empty when it is clean. */
    synchronized Optional<BinlogCoordinates> changed(TableName table, RowKey key) {
        return Optional.ofNullable(rows.getOrDefault(table, Map.of()).get(key));
    }

    /** These rows are equal, as far as they were changed up to here. */
    synchronized void settle(TableName table, Collection<RowKey> keys, BinlogCoordinates provenAt) {
        Map<RowKey, BinlogCoordinates> known = rows.getOrDefault(table, Map.of());
        for (RowKey key : keys) {
            BinlogCoordinates changed = known.get(key);
            if (changed != null && provenAt.isAtOrAfter(changed)) {
                known.remove(key);
                size--;
            }
        }
    }

    /** The whole table is equal, as far as it was changed up to here. */
    synchronized void settle(TableName table, BinlogCoordinates provenAt) {
        BinlogCoordinates changed = tables.get(table);
        if (changed == null || provenAt.isAtOrAfter(changed)) {
            tables.remove(table);
        }
        settle(table, List.copyOf(rows.getOrDefault(table, Map.of()).keySet()), provenAt);
    }

    /** How many rows are remembered one by one. */
    synchronized int size() {
        return size;
    }

    /** Some rows of one table. */
    record Portion(TableName table, List<RowKey> keys) {

        Portion {
            keys = List.copyOf(keys);
        }
    }
}
