package io.flexmigrate.stage.verify;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Checksums.Column;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.binlog.ImageKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How tables are compared, read when they are first needed and kept until they change. For any thread. */
final class TableLooks implements AutoCloseable {

    private final TablePair pair;
    private final Session session;
    private final Map<TableName, TableLook> known = new HashMap<>();

    /**
     * How one table is compared.
     *
     * @param isGone whether neither side has it
     * @param trouble what makes a comparison senseless
     * @param shape its key on both sides; empty when there is none
     * @param keys how to read the key out of the binlog; empty when there is none
     */
    record TableLook(
            List<Column> columns,
            boolean isGone,
            Optional<String> trouble,
            Optional<TableSides.Shape> shape,
            Optional<ImageKeys> keys) {

        TableLook {
            columns = List.copyOf(columns);
        }
    }

    private TableLooks(TablePair pair, Session session) {
        this.pair = pair;
        this.session = session;
    }

    static TableLooks open(MySqlServer source, MySqlServer target) {
        TablePair pair = TablePair.open(source, target);
        try {
            return new TableLooks(pair, source.open());
        } catch (RuntimeException failure) {
            pair.close();
            throw failure;
        }
    }

    synchronized TableLook of(TableName table) {
        return known.computeIfAbsent(table, this::read);
    }

    private TableLook read(TableName table) {
        List<Column> columns = pair.columns(table);
        Optional<String> trouble = pair.structuralDifference(table, columns);
        Optional<TableSides.Shape> shape = trouble.isPresent() ? Optional.empty() : pair.shape(table, columns);
        return new TableLook(
                columns,
                columns.isEmpty() && pair.targetColumns(table).isEmpty(),
                trouble,
                shape,
                shape.map(found -> ImageKeys.of(session, table, found.onSource())));
    }

    /** Its definition changed: it is read anew when it is needed again. */
    synchronized void forget(TableName table) {
        known.remove(table);
    }

    @Override
    public void close() {
        session.close();
        pair.close();
    }
}
