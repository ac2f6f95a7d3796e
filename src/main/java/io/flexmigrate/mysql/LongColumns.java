package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns of which a single value may have many megabytes: refman/8.0/en/storage-requirements.html. */
public record LongColumns(Session session) {

    static final Set<String> TYPES = Set.of(
            "mediumtext",
            "longtext",
            "mediumblob",
            "longblob",
            "json",
            "geometry",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection",
            "geomcollection");

    /** The tables and views of these databases that have any. */
    public Set<TableName> tables(List<String> databases) {
        InList scope = InList.of(databases);
        InList types = InList.of(TYPES);
        List<Object> values = new ArrayList<>(scope.values());
        values.addAll(types.values());
        String text =
                "SELECT DISTINCT TABLE_SCHEMA AS d, TABLE_NAME AS t FROM information_schema.COLUMNS WHERE TABLE_SCHEMA IN "
                        + scope.places() + " AND DATA_TYPE IN " + types.places();
        return session.query(new Sql("looking for columns with long values", text, values)).stream()
                .map(row -> new TableName(row.text("d"), row.text("t")))
                .collect(Collectors.toSet());
    }
}
