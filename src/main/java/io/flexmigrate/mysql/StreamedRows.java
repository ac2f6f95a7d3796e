package io.flexmigrate.mysql;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Rows as they come from the server.
 *
 * <p>The driver gives a long value as a stream over the row's own packet, and so without another copy of it.
 */
record StreamedRows(ResultSet rows, List<SnapshotColumn> columns) {

    private static final InputStream NULL = new ByteArrayInputStream(new byte[0]);

    void sendTo(RowReceiver receiver) throws SQLException {
        SnapshotColumn[] all = columns.toArray(SnapshotColumn[]::new);
        InputStream[] longValues = new InputStream[all.length];
        while (rows.next()) {
            receiver.beginRow(open(all, longValues));
            for (int index = 0; index < all.length; index++) {
                if (all[index].isLong()) {
                    sendLong(all[index], longValues[index], receiver);
                } else {
                    send(all[index], index + 1, receiver);
                }
            }
            receiver.endRow();
        }
    }

    private long open(SnapshotColumn[] all, InputStream[] longValues) throws SQLException {
        long bytes = 0;
        for (int index = 0; index < all.length; index++) {
            if (all[index].isLong()) {
                InputStream value = rows.getBinaryStream(index + 1);
                longValues[index] = value == null ? NULL : value;
                bytes += size(longValues[index]);
            }
        }
        return bytes;
    }

    private static long size(InputStream value) {
        try {
            return value.available();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void send(SnapshotColumn column, int number, RowReceiver receiver) throws SQLException {
        byte[] value = rows.getBytes(number);
        if (value == null) {
            receiver.nothing();
        } else {
            receiver.value(column, value);
        }
    }

    @SuppressWarnings("ReferenceEquality") // because NULL is not the empty value
    private static void sendLong(SnapshotColumn column, InputStream value, RowReceiver receiver) {
        if (value == NULL) {
            receiver.nothing();
        } else {
            receiver.longValue(column, value);
        }
    }
}
