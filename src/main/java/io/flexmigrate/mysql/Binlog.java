package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.util.Optional;

/** A server's binary log, read over one session. */
public record Binlog(Session session, Dialect dialect) {

    /** Where the next event will be written; empty when the server writes no binlog. */
    public Optional<BinlogCoordinates> coordinates() {
        return session.first(dialect.binlogStatus())
                .map(row -> new BinlogCoordinates(row.text("File"), row.number("Position")));
    }

    /** The transactions the server has executed; empty when GTIDs are off. */
    public GtidSet executedGtids() {
        return session.first(dialect.binlogStatus())
                .map(row -> new GtidSet(row.text("Executed_Gtid_Set")))
                .orElse(GtidSet.EMPTY);
    }

    /** Names of databases the server is told to write, or not to write, to its binlog; empty when it writes all. */
    public String filters() {
        return session.first(dialect.binlogStatus())
                .map(row -> (row.text("Binlog_Do_DB") + " " + row.text("Binlog_Ignore_DB")).strip())
                .orElse("");
    }

    /** Whether the server still has the file of these coordinates, and the file reaches that far. */
    public boolean has(BinlogCoordinates coordinates) {
        return session.query(Sql.of("listing the binlog files", "SHOW BINARY LOGS")).stream()
                .anyMatch(row -> row.text("Log_name").equals(coordinates.file())
                        && row.number("File_size") >= coordinates.position());
    }
}
