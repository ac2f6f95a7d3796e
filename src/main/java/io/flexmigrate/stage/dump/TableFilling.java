package io.flexmigrate.stage.dump;

import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mydumper.FilledDirectory;
import io.flexmigrate.mydumper.FilledTable;
import io.flexmigrate.mysql.SnapshotColumn;
import io.flexmigrate.mysql.SnapshotSession;
import io.flexmigrate.plan.Compression;
import java.util.List;

/** Dumps one table after the other into a directory. */
record TableFilling(FilledDirectory directory, Compression compression) {

    /**
     * Dumps a table as the session sees it.
     *
     * @param number another one for each table
     */
    TableRows fill(SnapshotSession snapshot, TableName name, int number) {
        List<SnapshotColumn> columns = snapshot.columns(name);
        List<String> names = columns.stream().map(SnapshotColumn::name).toList();
        FilledTable table = directory.begin(number, name, snapshot.definition(name), names, compression);
        try (table) {
            snapshot.read(name, columns, new FilledRows(table));
        }
        return new TableRows(name, table.rows(), table.bytes());
    }
}
