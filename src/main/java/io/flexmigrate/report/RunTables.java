package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle;
import java.util.List;
import java.util.Locale;

/**
 * The tables of a run, the largest first.
 *
 * @param more what to say of those that are left out; empty when none is
 */
record RunTables(List<Row> rows, String more) {

    private static final int SHOWN = 200;

    /**
     * A table.
     *
     * @param verdict as a class of the style sheet; empty before the first comparison
     */
    record Row(String name, String bytes, String rows, String loaded, String verdict, String compared) {}

    static RunTables of(List<Chronicle.Table> tables) {
        int more = tables.size() - SHOWN;
        return new RunTables(
                tables.stream().limit(SHOWN).map(RunTables::row).toList(),
                more > 0 ? Amounts.count(more, "more table") + " are not on this page: see the JSON report." : "");
    }

    private static Row row(Chronicle.Table table) {
        return new Row(
                table.name().toString(),
                Amounts.bytes(table.bytes()),
                (table.loaded() ? "" : "about ") + String.format(Locale.ROOT, "%,d", table.rows()),
                table.loaded() ? "loaded" : "to do",
                table.verdict().map(verdict -> verdict.toLowerCase(Locale.ROOT)).orElse(""),
                table.compared().map(Amounts::duration).orElse(""));
    }
}
