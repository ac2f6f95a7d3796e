package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What InnoDB has written down of its tables' sizes: reading it opens no table and renews nothing.
 *
 * <p>{@code mysql.innodb_table_stats} has a row for each table, or for each partition of it, in pages
 * (refman/8.0/en/innodb-persistent-stats.html). A compressed table's pages count as whole ones: it is dumped uncompressed.
 */
record TableStatistics(Session session) {

    /** ER_TABLEACCESS_DENIED_ERROR and ER_DBACCESS_DENIED_ERROR. */
    private static final Set<Integer> DENIED = Set.of(1142, 1044);

    /** What stands between the names of a table and of its partition; 8.0.19 began to write it in lower case. */
    private static final String PARTITION = "#p#";

    /** Estimates of rows, and of their bytes. */
    record Size(long rows, long dataBytes, long indexBytes) {
        Size plus(Size other) {
            return new Size(rows + other.rows, dataBytes + other.dataBytes, indexBytes + other.indexBytes);
        }
    }

    /** Sizes by table; a table that InnoDB has written nothing of is left out, and so are all when we may not read it. */
    Map<TableName, Size> of(List<String> databases, Set<TableName> tables) {
        Sql sql = Sql.of(
                "reading the statistics of InnoDB",
                "SELECT database_name AS d, table_name AS name, n_rows AS estimate, clustered_index_size AS data_pages,"
                        + " sum_of_other_index_sizes AS index_pages, @@innodb_page_size AS page_bytes"
                        + " FROM mysql.innodb_table_stats WHERE database_name IN " + Places.in(databases),
                databases.toArray());
        try {
            Map<TableName, Size> sizes = new HashMap<>();
            for (Row row : session.query(sql)) {
                table(row.text("d"), row.text("name"), tables)
                        .ifPresent(name -> sizes.merge(name, size(row), Size::plus));
            }
            return sizes;
        } catch (MySqlException refused) {
            if (DENIED.contains(refused.errorNumber())) {
                return Map.of();
            }
            throw refused;
        }
    }

    private static Size size(Row row) {
        long page = row.number("page_bytes");
        return new Size(row.number("estimate"), row.number("data_pages") * page, row.number("index_pages") * page);
    }

    /** Whose statistics these are: a table's of this name, else the table's whose partition has this name. */
    static Optional<TableName> table(String database, String name, Set<TableName> tables) {
        TableName whole = new TableName(database, name);
        if (tables.contains(whole)) {
            return Optional.of(whole);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (int at = lower.lastIndexOf(PARTITION); at > 0; at = lower.lastIndexOf(PARTITION, at - 1)) {
            TableName partitioned = new TableName(database, name.substring(0, at));
            if (tables.contains(partitioned)) {
                return Optional.of(partitioned);
            }
        }
        return Optional.empty();
    }
}
