package io.flexmigrate.report;

import io.flexmigrate.model.TableSize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be moved, added up; the largest first. */
final class Sizes {

    private Sizes() {}

    /**
     * All base tables of one database, or of all.
     *
     * @param rows estimated
     * @param dataBytes estimated
     * @param indexBytes estimated
     */
    record Total(String name, long tables, long rows, long dataBytes, long indexBytes) {

        static Total none(String name) {
            return new Total(name, 0, 0, 0, 0);
        }

        Total plus(TableSize table) {
            return new Total(
                    name,
                    tables + 1,
                    sum(rows, table.estimatedRows()),
                    sum(dataBytes, table.dataBytes()),
                    sum(indexBytes, table.indexBytes()));
        }

        long bytes() {
            return sum(dataBytes, indexBytes);
        }
    }

    static Total all(List<TableSize> tables) {
        Total total = Total.none("all");
        for (TableSize table : tables) {
            total = total.plus(table);
        }
        return total;
    }

    static List<Total> perDatabase(List<TableSize> tables) {
        Map<String, Total> totals = new TreeMap<>();
        for (TableSize table : tables) {
            totals.merge(
                    table.name().database(),
                    Total.none(table.name().database()).plus(table),
                    (total, one) -> total.plus(table));
        }
        return totals.values().stream()
                .sorted(Comparator.comparingLong(Total::bytes).reversed())
                .toList();
    }

    static List<TableSize> largest(List<TableSize> tables, int number) {
        return tables.stream()
                .sorted(Comparator.comparingLong(Sizes::bytes).reversed().thenComparing(TableSize::name))
                .limit(number)
                .toList();
    }

    static long bytes(TableSize table) {
        return sum(table.dataBytes(), table.indexBytes());
    }

    /** A server's estimates may be beyond all measure, and their sum must not come out negative. */
    static long sum(long one, long other) {
        long sum = one + other;
        return sum < one ? Long.MAX_VALUE : sum;
    }
}
