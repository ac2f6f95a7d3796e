package io.flexmigrate.stage.load;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.DumpedTable;
import java.util.OptionalLong;

/**
 * A table that is to be loaded.
 *
 * @param bytes size of its data files
 * @param rows how many rows the dump holds of it; empty when that is not known
 */
record PendingTable(DumpedTable dumped, long bytes, OptionalLong rows) {

    TableName name() {
        return dumped.name();
    }
}
