package io.flexmigrate.stage.load;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.DumpedTable;
import java.util.List;

/** Tables of one database that one run of the loader loads; at least one. */
record Batch(List<PendingTable> tables) {

    Batch {
        tables = List.copyOf(tables);
        if (tables.isEmpty()) {
            throw new IllegalArgumentException("a batch needs a table");
        }
    }

    String database() {
        return tables.get(0).name().database();
    }

    List<TableName> names() {
        return tables.stream().map(PendingTable::name).toList();
    }

    /** The tables with rows: the others need no loader. */
    List<DumpedTable> withRows() {
        return tables.stream()
                .map(PendingTable::dumped)
                .filter(table -> !table.dataFiles().isEmpty())
                .toList();
    }

    int files() {
        return tables.stream()
                .mapToInt(table -> table.dumped().dataFiles().size())
                .sum();
    }

    long bytes() {
        return tables.stream().mapToLong(PendingTable::bytes).sum();
    }

    /** As messages and the journal say it. */
    String label() {
        String first = names().get(0).toString();
        return tables.size() == 1
                ? first
                : tables.size() + " tables of " + database() + " from "
                        + names().get(0).table();
    }
}
