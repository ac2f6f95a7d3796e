package io.flexmigrate.stage.repair;

import io.flexmigrate.model.RowKey;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Checksums;
import io.flexmigrate.mysql.ChunkKey;
import io.flexmigrate.mysql.ChunkKeys;
import io.flexmigrate.mysql.Rendering;
import io.flexmigrate.mysql.RepairColumn;
import io.flexmigrate.mysql.RepairRows;
import io.flexmigrate.mysql.RepairTarget;
import io.flexmigrate.mysql.RowBag;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.verify.RowDifference;
import io.flexmigrate.stage.verify.RowPlace;
import io.flexmigrate.stage.verify.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements for one table. */
record TableRepair(Verdict verdict, RepairRows rows, RepairRows there, Session onSource, Session onTarget) {

    /** As rows are compared: what finds a row by its hash or its key finds the same row. */
    private static final String COMPARING = "SET SESSION sql_mode = ''";

    /** Nothing is bent to fit, but what a lenient server once took is taken: zero dates, and a zero that is no next number. */
    private static final String STRICT =
            "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'";

    private static final String LENIENT = "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'";

    void write(StatementWriter out) {
        TableName table = verdict.table();
        List<RepairColumn> columns = RepairRows.common(rows.columns(table), there.columns(table));
        RepairTarget target = new RepairTarget(table, columns);
        out.comment("");
        out.comment(table + ": " + verdict.rows().size() + " difference(s)");
        List<String> triggers = there.triggers(table);
        if (!triggers.isEmpty()) {
            out.comment("Triggers of the target that fire for these statements, and may write more than what is here: "
                    + String.join(", ", triggers));
        }
        out.statement("START TRANSACTION");
        out.statement(COMPARING);
        List<Rendering> compared = new Checksums(onSource).columns(table);
        Keys keys = Keys.of(table, compared, onSource, onTarget);
        for (RowDifference row : verdict.rows()) {
            delete(row, target, compared, keys, out);
        }
        out.statement(STRICT);
        Set<RowKey> written = new HashSet<>();
        for (RowDifference row : verdict.rows()) {
            insert(row, target, compared, keys, written, out);
        }
        out.statement("COMMIT");
    }

    private void delete(
            RowDifference row, RepairTarget target, List<Rendering> compared, Keys keys, StatementWriter out) {
        if (row.place() instanceof RowPlace.ByKey place) {
            out.comment(row.words(false));
            out.statement(target.delete(keys.onTarget(place.key())));
        }
        if (row.place() instanceof RowPlace.ByHash place && place.onTarget() > place.onSource()) {
            out.comment(row.words(false));
            out.statement(target.delete(RowBag.condition(compared, place.hash()), place.onTarget() - place.onSource()));
        }
    }

    private void insert(
            RowDifference row,
            RepairTarget target,
            List<Rendering> compared,
            Keys keys,
            Set<RowKey> written,
            StatementWriter out) {
        if (row.place() instanceof RowPlace.ByKey place) {
            Optional<RowKey> found = keys.find(rows, place.key());
            found.filter(written::add).ifPresent(key -> insert(row, target, keys.onSource(key), 1, out));
        }
        if (row.place() instanceof RowPlace.ByHash place && place.onSource() > place.onTarget()) {
            insert(row, target, RowBag.condition(compared, place.hash()), place.onSource() - place.onTarget(), out);
        }
    }

    private void insert(RowDifference row, RepairTarget target, String condition, long times, StatementWriter out) {
        if (!rows.isThere(target.table(), condition)) {
            out.comment("row (" + row.key() + ") is gone from the source since");
            return;
        }
        boolean invalid = rows.isInvalid(target.table(), condition);
        out.comment("row (" + row.key() + ") as the source has it"
                + (invalid ? "; an ENUM in it is none of its values, which a strict session would not take" : ""));
        if (invalid) {
            out.statement(LENIENT);
        }
        for (long time = 0; time < times; time++) {
            insert(target, condition, out);
        }
        if (invalid) {
            out.statement(STRICT);
        }
    }

    private void insert(RepairTarget target, String condition, StatementWriter out) {
        out.append(target.insert());
        rows.write(target.table(), target.columns(), condition, out);
        out.end();
    }

    /** The key by which rows of both sides are found; none in a table that has none in common. */
    private record Keys(TableName table, Optional<ChunkKey> source, Optional<ChunkKey> target) {

        static Keys of(TableName table, List<Rendering> compared, Session onSource, Session onTarget) {
            List<ChunkKey> here = new ChunkKeys(onSource).of(table, compared);
            List<ChunkKey> there = new ChunkKeys(onTarget).of(table, compared);
            Optional<ChunkKey> common = ChunkKeys.common(here, there);
            return new Keys(table, common, common.map(key -> ChunkKeys.asHere(key, there)));
        }

        String onSource(RowKey row) {
            return source.orElseThrow().equal(row);
        }

        String onTarget(RowKey row) {
            return target.orElseThrow().equal(row);
        }

        Optional<RowKey> find(RepairRows rows, RowKey row) {
            return source.flatMap(key -> rows.find(table, key, row));
        }
    }
}
