package io.flexmigrate.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.TableName;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells the events of a binlog as changes, and knows where it is. */
final class EventReading {

    /** Positions are sent in 32 bits, and files grow beyond that: they begin again at 0. */
    private static final long WRAP = 1L << 32;

    private static final long FIRST_EVENT = 4;

    /** Events that change nothing by themselves. */
    private static final Set<EventType> HARMLESS = EnumSet.of(
            EventType.FORMAT_DESCRIPTION,
            EventType.GTID,
            EventType.ANONYMOUS_GTID,
            EventType.PREVIOUS_GTIDS,
            EventType.XID,
            EventType.XA_PREPARE,
            EventType.STOP,
            EventType.HEARTBEAT,
            EventType.ROWS_QUERY,
            EventType.INTVAR,
            EventType.RAND,
            EventType.USER_VAR,
            EventType.TRANSACTION_CONTEXT,
            EventType.VIEW_CHANGE);

    private static final Set<String> BRACKETS = Set.of("BEGIN", "COMMIT", "ROLLBACK");

    private final BinlogChanges changes;
    private final BinlogCoordinates first;
    private final Map<Long, TableMapEventData> tables = new HashMap<>();
    private volatile BinlogCoordinates told;

    EventReading(BinlogCoordinates from, BinlogChanges changes) {
        this.changes = changes;
        // because the protocol has no room for more: what was before is told once again
        this.first = from.position() < WRAP ? from : new BinlogCoordinates(from.file(), FIRST_EVENT);
        this.told = first;
    }

    /** Where the server is to begin. */
    BinlogCoordinates first() {
        return first;
    }

    /** Everything before is told. */
    BinlogCoordinates told() {
        return told;
    }

    void read(Event event) {
        EventHeaderV4 header = event.getHeader();
        if (header.getEventType() == EventType.ROTATE) {
            RotateEventData rotate = event.getData();
            told = new BinlogCoordinates(rotate.getBinlogFilename(), Math.max(FIRST_EVENT, rotate.getBinlogPosition()));
            tables.clear();
            return;
        }
        if (header.getEventType() == EventType.HEARTBEAT) {
            return;
        }
        BinlogCoordinates end = endOf(header);
        tell(event, end);
        told = end;
    }

    /** Artificial events have no end: they are where we are. */
    private BinlogCoordinates endOf(EventHeaderV4 header) {
        long end = header.getNextPosition();
        if (end == 0) {
            return told;
        }
        long wraps = told.position() / WRAP;
        long position = wraps * WRAP + end;
        return new BinlogCoordinates(told.file(), position < told.position() ? position + WRAP : position);
    }

    private void tell(Event event, BinlogCoordinates end) {
        EventHeaderV4 header = event.getHeader();
        EventType type = header.getEventType();
        if (event.getData() instanceof TransactionPayloadEventData payload) {
            payload.getUncompressedEvents().forEach(inner -> tell(inner, end));
        } else if (event.getData() instanceof TableMapEventData table) {
            tables.put(table.getTableId(), table);
        } else if (event.getData() instanceof QueryEventData query) {
            if (!BRACKETS.contains(query.getSql())) {
                changes.statement(new WrittenStatement(query.getDatabase(), query.getSql(), header.getServerId(), end));
            }
        } else if (!tellRows(event, end) && !HARMLESS.contains(type)) {
            changes.unknown(type.name(), end);
        }
    }

    private boolean tellRows(Event event, BinlogCoordinates end) {
        long serverId = event.getHeader().getServerId();
        if (event.getData() instanceof WriteRowsEventData write) {
            List<RowImage> images = images(write.getRows(), write.getIncludedColumns());
            return tellRows(write.getTableId(), serverId, ChangedRows.Kind.INSERT, images, end);
        }
        if (event.getData() instanceof DeleteRowsEventData delete) {
            List<RowImage> images = images(delete.getRows(), delete.getIncludedColumns());
            return tellRows(delete.getTableId(), serverId, ChangedRows.Kind.DELETE, images, end);
        }
        if (event.getData() instanceof UpdateRowsEventData update) {
            List<RowImage> images = new ArrayList<>();
            for (Map.Entry<Serializable[], Serializable[]> row : update.getRows()) {
                RowImage before = new HeldRow(row.getKey(), update.getIncludedColumnsBeforeUpdate());
                HeldRow after = new HeldRow(row.getValue(), update.getIncludedColumns());
                images.add(before);
                images.add(ordinal -> after.holds(ordinal) ? after.value(ordinal) : before.value(ordinal));
            }
            return tellRows(update.getTableId(), serverId, ChangedRows.Kind.UPDATE, images, end);
        }
        return false;
    }

    private boolean tellRows(
            long tableId, long serverId, ChangedRows.Kind kind, List<RowImage> images, BinlogCoordinates end) {
        TableMapEventData table = tables.get(tableId);
        if (table == null) {
            changes.unknown("rows of a table that was not named", end);
            return true;
        }
        TableName name = new TableName(table.getDatabase(), table.getTable());
        changes.rows(new ChangedRows(name, serverId, table.getColumnTypes().length, kind, images, end));
        return true;
    }

    private static List<RowImage> images(List<Serializable[]> rows, BitSet columns) {
        return rows.stream().<RowImage>map(row -> new HeldRow(row, columns)).toList();
    }

    /** A row of which the columns that are held stand one after the other. */
    private static final class HeldRow implements RowImage {

        private final Serializable[] values;
        private final BitSet columns;

        HeldRow(Serializable[] values, BitSet columns) {
            this.values = values;
            this.columns = columns;
        }

        boolean holds(int ordinal) {
            return columns.get(ordinal - 1);
        }

        @Override
        public Optional<Object> value(int ordinal) {
            return holds(ordinal)
                    ? Optional.ofNullable(values[columns.get(0, ordinal - 1).cardinality()])
                    : Optional.empty();
        }
    }
}
