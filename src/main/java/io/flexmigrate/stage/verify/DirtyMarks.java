package io.flexmigrate.stage.verify;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.binlog.BinlogChanges;
import io.flexmigrate.mysql.binlog.ChangedRows;
import io.flexmigrate.mysql.binlog.ImageKeys;
import io.flexmigrate.mysql.binlog.WrittenStatement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Marks what the source changes: rows where their key can be read, else whole tables.
 *
 * <p>Whole tables become dirty by a statement that names them and by an event nobody knows. What InnoDB deletes or changes
 * by itself, along foreign keys that cascade, is in no binlog: these tables are told apart.
 */
final class DirtyMarks implements BinlogChanges {

    private final Known known;
    private final DirtyRows dirty;
    private final Set<TableName> tables = ConcurrentHashMap.newKeySet();
    private final Set<TableName> cascaded = new HashSet<>();

    /**
     * What is known beforehand.
     *
     * @param moving which databases move
     * @param looks how tables are compared
     * @param tables those that are compared
     * @param baselines up to where a table is proven
     * @param children by table: those whose rows may change when one of its own does
     */
    record Known(
            Predicate<String> moving,
            TableLooks looks,
            Set<TableName> tables,
            Map<TableName, BinlogCoordinates> baselines,
            Map<TableName, Set<TableName>> children) {

        Known {
            tables = Set.copyOf(tables);
            baselines = Map.copyOf(baselines);
            children = Map.copyOf(children);
        }
    }

    DirtyMarks(Known known, DirtyRows dirty) {
        this.known = known;
        this.dirty = dirty;
        this.tables.addAll(known.tables());
    }

    @Override
    public void rows(ChangedRows rows) {
        if (!isNews(rows.table(), rows.upTo())) {
            return;
        }
        tables.add(rows.table());
        if (mayCascade(rows.kind(), mark(rows, rows.upTo()))) {
            cascaded(known.children().getOrDefault(rows.table(), Set.of()));
        }
    }

    /** Marks these rows, or the whole table, as changed up to there; the keys that could be read. */
    List<Optional<RowKey>> mark(ChangedRows rows, BinlogCoordinates upTo) {
        Optional<ImageKeys> readable =
                known.looks().of(rows.table()).keys().filter(found -> found.width() == rows.width());
        List<Optional<RowKey>> keys = rows.images().stream()
                .map(image -> readable.flatMap(found -> found.of(image)))
                .toList();
        keys.forEach(key -> key.ifPresentOrElse(
                found -> dirty.row(rows.table(), found, upTo), () -> dirty.table(rows.table(), upTo)));
        return keys;
    }

    /** Along foreign keys go deletions, and changes of what they point to, which nearly always is the key. */
    private static boolean mayCascade(ChangedRows.Kind kind, List<Optional<RowKey>> keys) {
        return switch (kind) {
            case INSERT -> false;
            case DELETE -> true;
            case UPDATE ->
                IntStream.range(0, keys.size() / 2)
                        .anyMatch(row -> !keys.get(2 * row).equals(keys.get(2 * row + 1)));
        };
    }

    private synchronized void cascaded(Set<TableName> more) {
        cascaded.addAll(more);
    }

    /**
     * Tables of which InnoDB may have changed rows by itself since this was asked last. Both servers do that alike to rows
     * that are alike, as long as they have the same foreign keys: so it is enough to look at them once more before the fence.
     */
    synchronized Set<TableName> takeCascaded() {
        Set<TableName> taken = new HashSet<>(cascaded);
        cascaded.clear();
        return taken;
    }

    private boolean isNews(TableName table, BinlogCoordinates upTo) {
        BinlogCoordinates baseline = known.baselines().get(table);
        return known.moving().test(table.database()) && (baseline == null || !baseline.isAtOrAfter(upTo));
    }

    /** Every table that is compared, or was created since. */
    Set<TableName> tables() {
        return Set.copyOf(tables);
    }

    private void markWhole(TableName table, BinlogCoordinates upTo) {
        if (isNews(table, upTo)) {
            dirty.table(table, upTo);
        }
    }

    @Override
    public void statement(WrittenStatement statement) {
        StatementReach reach = new StatementReach(statement);
        if (reach.isHarmless()) {
            return;
        }
        reach.created().filter(table -> known.moving().test(table.database())).ifPresent(tables::add);
        tables.stream().filter(reach::touches).forEach(table -> {
            known.looks().forget(table);
            markWhole(table, statement.upTo());
        });
    }

    @Override
    public void unknown(String what, BinlogCoordinates upTo) {
        tables.forEach(table -> markWhole(table, upTo));
    }
}
