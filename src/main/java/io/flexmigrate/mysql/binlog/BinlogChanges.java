package io.flexmigrate.mysql.binlog;

import io.flexmigrate.model.BinlogCoordinates;

/** Who is told what a server changed, in the order of its binlog, by one thread. */
public interface BinlogChanges {

    /** Rows changed. */
    void rows(ChangedRows rows);

    /** A statement was written as text; beginning and end of a transaction are none. */
    void statement(WrittenStatement statement);

    /** Something was written that may have changed anything. */
    void unknown(String what, BinlogCoordinates upTo);
}
