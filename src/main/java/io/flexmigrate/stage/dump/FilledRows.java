package io.flexmigrate.stage.dump;

import io.flexmigrate.mydumper.FilledTable;
import io.flexmigrate.mysql.RowReceiver;
import io.flexmigrate.mysql.SnapshotColumn;
import java.io.InputStream;

/** Writes rows, as they come from the server, into a table's files. */
record FilledRows(FilledTable table) implements RowReceiver {

    @Override
    public void beginRow(long longBytes) {
        table.beginRow(longBytes);
    }

    @Override
    public void nothing() {
        table.nothing();
    }

    @Override
    public void value(SnapshotColumn column, byte[] bytes) {
        table.value(column.literal(), bytes);
    }

    @Override
    public void longValue(SnapshotColumn column, InputStream bytes) {
        table.longValue(column.literal(), bytes);
    }

    @Override
    public void endRow() {
        table.endRow();
    }
}
