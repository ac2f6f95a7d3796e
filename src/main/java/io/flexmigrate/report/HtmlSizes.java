package io.flexmigrate.report;

import io.flexmigrate.model.TableSize;
import io.flexmigrate.report.Sizes.Total;
import java.util.List;
import java.util.Locale;

/** The sizes of the HTML page, with bars of at most {@link #FULL} units. */
record HtmlSizes(String total, List<Bar> databases, int moreDatabases, List<Bar> tables) {

    static final int FULL = 1000;

    private static final int MOST_DATABASES = 50;
    private static final int MOST_TABLES = 20;

    static HtmlSizes of(List<TableSize> tables) {
        List<Total> databases = Sizes.perDatabase(tables);
        List<TableSize> largest = Sizes.largest(tables, MOST_TABLES);
        long mostOfDatabases = databases.stream().mapToLong(Total::bytes).max().orElse(1);
        long mostOfTables = largest.stream().mapToLong(Sizes::bytes).max().orElse(1);
        return new HtmlSizes(
                total(Sizes.all(tables), databases.size()),
                databases.stream()
                        .limit(MOST_DATABASES)
                        .map(total -> Bar.of(total, mostOfDatabases))
                        .toList(),
                Math.max(0, databases.size() - MOST_DATABASES),
                largest.stream().map(table -> Bar.of(table, mostOfTables)).toList());
    }

    private static String total(Total all, int databases) {
        return Amounts.count(databases, "database") + ", " + Amounts.count(all.tables(), "table") + ", about "
                + Amounts.count(all.rows(), "row") + ", " + Amounts.bytes(all.bytes()) + " ("
                + Amounts.bytes(all.dataBytes()) + " data, " + Amounts.bytes(all.indexBytes()) + " indexes)";
    }

    boolean any() {
        return !tables.isEmpty();
    }

    boolean hasMoreDatabases() {
        return moreDatabases > 0;
    }

    /**
     * One bar: data, and indexes behind it.
     *
     * @param detail what the bar cannot say
     */
    record Bar(String name, String size, String detail, long data, long indexes) {

        static Bar of(Total total, long most) {
            String detail = Amounts.count(total.tables(), "table") + ", " + rows(total.rows());
            return bar(total.name(), total.dataBytes(), total.indexBytes(), most, detail);
        }

        static Bar of(TableSize table, long most) {
            String detail = rows(table.estimatedRows()) + ", " + table.engine()
                    + (table.hasPrimaryKey() ? "" : ", no primary key");
            return bar(table.name().toString(), table.dataBytes(), table.indexBytes(), most, detail);
        }

        private static Bar bar(String name, long data, long indexes, long most, String detail) {
            double unit = FULL / Math.max(1.0, (double) most);
            long dataUnits = Math.round(data * unit);
            return new Bar(
                    name,
                    Amounts.bytes(Sizes.sum(data, indexes)),
                    detail,
                    data > 0 ? Math.max(2, dataUnits) : 0,
                    Math.min(Math.round(indexes * unit), FULL - dataUnits));
        }

        private static String rows(long rows) {
            return String.format(Locale.ROOT, "about %,d rows", rows);
        }
    }
}
