package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.Chronicle.Loading;
import io.flexmigrate.engine.Chronicle.Phase;
import java.time.Duration;
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
     * @param phase of its loading, as a class of the style sheet
     * @param loaded the same in words
     * @param loading how long that took; empty until it is done
     * @param verdict as a class of the style sheet; empty before the first comparison
     */
    record Row(
            String name,
            String bytes,
            String rows,
            String phase,
            String loaded,
            String loading,
            String verdict,
            String compared) {}

    static RunTables of(List<Chronicle.Table> tables) {
        int more = tables.size() - SHOWN;
        return new RunTables(
                tables.stream().limit(SHOWN).map(RunTables::row).toList(),
                more > 0 ? Amounts.count(more, "more table") + " are not on this page: see the JSON report." : "");
    }

    private static Row row(Chronicle.Table table) {
        Phase phase = table.loading().phase();
        boolean counted = phase == Phase.LOADED || phase == Phase.INDEXING;
        return new Row(
                table.name().toString(),
                Amounts.bytes(table.bytes()),
                (counted ? "" : "about ") + String.format(Locale.ROOT, "%,d", table.rows()),
                phase.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                words(phase),
                phase == Phase.LOADED ? took(table.loading()) : "",
                table.verdict().map(verdict -> verdict.toLowerCase(Locale.ROOT)).orElse(""),
                table.compared().map(Amounts::duration).orElse(""));
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case TO_DO -> "to do";
            case FILLING -> "filling";
            case INDEXING -> "indexes";
            case LOADED -> "loaded";
        };
    }

    private static String took(Loading loading) {
        return loading.filling()
                .map(filling -> filling.plus(loading.indexing().orElse(Duration.ZERO)))
                .map(Amounts::duration)
                .orElse("");
    }
}
