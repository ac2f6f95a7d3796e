package io.flexmigrate.stage.dump;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.FilledDirectory;
import io.flexmigrate.mysql.LongColumns;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SnapshotSession;
import io.flexmigrate.plan.Plan.Compression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Dumps the tables that mydumper would spoil.
 *
 * @param threads at most as many sessions
 */
record TableFiller(MySqlServer source, FilledDirectory directory, int threads, Compression compression) {

    /**
     * Makes ready to dump these tables, before the source is locked.
     *
     * @param tables in the order in which they are to be begun
     */
    SnapshotReader of(List<TableName> tables) {
        List<String> databases =
                tables.stream().map(TableName::database).distinct().toList();
        Set<TableName> longOnes =
                tables.isEmpty() ? Set.of() : source.with(session -> new LongColumns(session).tables(databases));
        TableLanes lanes = new TableLanes(tables, longOnes, threads);
        return () -> open(lanes);
    }

    private SnapshotReader.Reading open(TableLanes lanes) {
        List<SnapshotSession> sessions = new ArrayList<>();
        try {
            for (int lane = 0; lane < lanes.count(); lane++) {
                sessions.add(SnapshotSession.open(source));
            }
        } catch (RuntimeException refused) {
            sessions.forEach(SnapshotSession::close);
            throw refused;
        }
        return new FillingLanes(lanes, sessions, new TableFilling(directory, compression));
    }
}
