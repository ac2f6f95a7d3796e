package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableName;
import java.util.Map;
import java.util.TreeMap;

/** A column of each table that moves whose values may be larger than 16 MiB. */
record ColumnsOfHugeValues(Map<TableName, String> columns) implements Part {
    ColumnsOfHugeValues {
        columns = new TreeMap<>(columns);
    }
}
