package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.List;

/** Statements for a table whose rows are to be put right. */
public record RepairTarget(TableName table, List<RepairColumn> columns) {

    public RepairTarget {
        columns = List.copyOf(columns);
    }

    /** Begins the statement for one row; its values follow. */
    public String insert() {
        return "INSERT INTO " + table.quoted() + " ("
                + String.join(", ", columns.stream().map(RepairColumn::quoted).toList()) + ") VALUES ";
    }

    public String delete(String condition) {
        return "DELETE FROM " + table.quoted() + " WHERE " + condition;
    }

    /** Removes so many of the rows that are the same. */
    public String delete(String condition, long rows) {
        return delete(condition) + " LIMIT " + rows;
    }
}
