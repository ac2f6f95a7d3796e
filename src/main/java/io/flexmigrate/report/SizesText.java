package io.flexmigrate.report;

import io.flexmigrate.model.TableSize;
import io.flexmigrate.report.Sizes.Total;
import java.util.List;
import java.util.Locale;

/** How much there is to move: by database, and the largest tables. */
record SizesText(TextPage page) {

    private static final int DATABASES = 30;
    private static final int TABLES = 10;
    private static final int NAME = 38;
    private static final int BAR = 20;

    void write(List<TableSize> tables) {
        page.heading("Sizes (the source's estimates)");
        if (tables.isEmpty()) {
            page.sentence(2, "No base tables were read.");
            return;
        }
        List<Total> databases = Sizes.perDatabase(tables);
        page.verbatim(2, row("database", "tables", "rows", "data", "indexes"));
        databases.stream().limit(DATABASES).forEach(this::line);
        if (databases.size() > DATABASES) {
            page.verbatim(2, "... and " + Amounts.count(databases.size() - (long) DATABASES, "database") + " more");
        }
        if (databases.size() > 1) {
            line(Sizes.all(tables));
        }
        largest(Sizes.largest(tables, TABLES));
    }

    private void line(Total total) {
        page.verbatim(
                2,
                row(
                        Visible.line(total.name()),
                        number(total.tables()),
                        number(total.rows()),
                        Amounts.bytes(total.dataBytes()),
                        Amounts.bytes(total.indexBytes())));
    }

    private void largest(List<TableSize> tables) {
        long most = Math.max(1, Sizes.bytes(tables.get(0)));
        page.blank();
        page.verbatim(2, Columns.left("largest tables", NAME) + Columns.right("size", 11) + Columns.right("rows", 17));
        for (TableSize table : tables) {
            long bytes = Sizes.bytes(table);
            int bar = (int) Math.round((double) bytes / most * BAR);
            page.verbatim(
                    2,
                    Columns.left(Columns.cut(Visible.line(table.name().toString()), NAME), NAME)
                            + Columns.right(Amounts.bytes(bytes), 11)
                            + Columns.right(number(table.estimatedRows()), 17) + "  "
                            + "#".repeat(bytes > 0 ? Math.max(1, bar) : 0));
        }
    }

    private static String row(String name, String tables, String rows, String data, String indexes) {
        return Columns.left(Columns.cut(name, NAME), NAME)
                + Columns.right(tables, 9)
                + Columns.right(rows, 19)
                + Columns.right(data, 12)
                + Columns.right(indexes, 12);
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
