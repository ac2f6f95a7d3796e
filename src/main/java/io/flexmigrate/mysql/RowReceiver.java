package io.flexmigrate.mysql;

import java.io.InputStream;

/** What takes the rows of a table, value by value in the order of the columns. */
public interface RowReceiver {

    /**
     * A row begins.
     *
     * @param longBytes size of its long values together
     */
    void beginRow(long longBytes);

    /** NULL. */
    void nothing();

    /** A value of a short column. */
    void value(SnapshotColumn column, byte[] bytes);

    /** A value of a long column, to be read now. */
    void longValue(SnapshotColumn column, InputStream bytes);

    /** The row is at its end. */
    void endRow();
}
