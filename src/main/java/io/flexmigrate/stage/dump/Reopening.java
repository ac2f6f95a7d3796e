package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.util.List;
import java.util.Map;

/**
 * Makes a 5.7 source open tables anew whose generated columns it may have opened for mydumper.
 *
 * <p>5.7 reads the texts in their expressions by the character set of whoever opens the table, and keeps it open for others:
 * after any mydumper, which says {@code SET NAMES binary} and looks at all tables of a database even where it is told to leave
 * some out, one connection in twenty is refused such columns with error 3144, until the table is flushed. Measured with 0.10.1
 * and 1.0.1 on 5.7.22.
 */
record Reopening(MySqlServer source, List<TableName> tables, StageLog log) {

    private static final int ATTEMPTS = 5;

    Reopening {
        tables = List.copyOf(tables);
    }

    static Reopening of(MySqlServer source, ServerVersion version, List<SpecialColumn> columns, StageLog log) {
        List<TableName> tables = columns.stream()
                .filter(column -> !version.isAtLeast(8, 0, 0) && column.extra().contains(" GENERATED"))
                .map(SpecialColumn::table)
                .distinct()
                .toList();
        return new Reopening(source, tables, log);
    }

    /** Flushes each of them, and gives up on one that statements are at for too long, rather than stall others behind them. */
    void reopen() {
        if (tables.isEmpty()) {
            return;
        }
        try (Session session = source.open()) {
            session.execute(Sql.of("bounding how long to wait for a table", "SET SESSION lock_wait_timeout = 1"));
            tables.forEach(table -> flush(session, table));
        } catch (MySqlException lost) {
            warn("all of " + tables, lost);
        }
    }

    private void flush(Session session, TableName table) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                session.execute(Sql.of(
                        "having " + table + " opened anew", "FLUSH NO_WRITE_TO_BINLOG TABLES " + table.quoted()));
                return;
            } catch (MySqlException busy) {
                if (attempt == ATTEMPTS) {
                    warn(table.toString(), busy);
                }
            }
        }
    }

    private void warn(String what, MySqlException reason) {
        log.observe(
                Observation.WARNING.what(),
                Map.of(
                        Observation.WARNING.key(),
                        "Clients may be refused generated columns with error 3144 until somebody says FLUSH TABLES on the"
                                + " source for " + what + ": " + reason.getMessage()));
    }
}
