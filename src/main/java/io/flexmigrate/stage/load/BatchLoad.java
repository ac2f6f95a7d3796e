package io.flexmigrate.stage.load;

import io.flexmigrate.model.TableDefinition;
import io.flexmigrate.model.TableIndex;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.TargetTables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Brings the tables of a batch to the target: made, filled, counted, indexed, each step in the ledger. */
final class BatchLoad {

    /** Below this size of its rows a table gets its indexes at once: a statement more would cost more than it saves. */
    static final long DEFER_FROM = 1L << 20;

    private final MySqlServer target;
    private final String collation;
    private final TableDefinition.Deferral deferral;
    private final LoadLedger ledger;
    private final LoadMeter meter;
    private final RowLoader loader;
    private final Threads threads;

    /** @param collation see {@link io.flexmigrate.mysql.Dialect#collationOf} */
    BatchLoad(
            MySqlServer target,
            String collation,
            TableDefinition.Deferral deferral,
            LoadLedger ledger,
            LoadMeter meter,
            RowLoader loader,
            Threads threads) {
        this.target = target;
        this.collation = collation;
        this.deferral = deferral;
        this.ledger = ledger;
        this.meter = meter;
        this.loader = loader;
        this.threads = threads;
    }

    /** Loads the batch, or what an earlier try has left of it. */
    void load(Batch batch) throws InterruptedException {
        Map<TableName, TableDefinition.Split> splits = splits(batch);
        if (!ledger.hasReached(LoadLedger.Work.LOAD, batch.names().get(0))) {
            fill(batch, splits);
            index(batch.label(), splits, false);
        } else {
            index(batch.label(), splits, true);
        }
        meter.finished(batch.tables().size());
    }

    /** Builds what indexes an earlier attempt has not built of tables it filled, whatever the plan said then. */
    void index(Batch batch) throws InterruptedException {
        Map<TableName, TableDefinition.Split> splits = new LinkedHashMap<>();
        batch.tables()
                .forEach(table -> splits.put(
                        table.name(), table.dumped().definition().split(table.name(), TableDefinition.Deferral.ALL)));
        index(batch.label(), splits, true);
        meter.finished(batch.tables().size());
    }

    private Map<TableName, TableDefinition.Split> splits(Batch batch) {
        Map<TableName, TableDefinition.Split> splits = new LinkedHashMap<>();
        for (PendingTable table : batch.tables()) {
            splits.put(
                    table.name(),
                    table.dumped()
                            .definition()
                            .split(
                                    table.name(),
                                    table.bytes() < DEFER_FROM ? TableDefinition.Deferral.NONE : deferral));
        }
        return splits;
    }

    private void fill(Batch batch, Map<TableName, TableDefinition.Split> splits) throws InterruptedException {
        List<TableName> begun = batch.names().stream()
                .filter(table -> ledger.hasIntended(LoadLedger.Work.LOAD, table))
                .toList();
        ledger.intend(LoadLedger.Work.LOAD, batch.label(), batch.names());
        meter.begin(batch.label());
        try (Threads.Taken taken = threads.take(batch.files())) {
            make(batch, splits, begun);
            if (!batch.withRows().isEmpty()) {
                loader.load(batch, taken.count());
            }
            List<Long> counts = count(batch);
            List<TableName> toIndex = splits.entrySet().stream()
                    .filter(split -> !split.getValue().indexes().isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            ledger.reachLoad(batch.label(), batch.names(), counts, toIndex);
            meter.loaded(
                    batch.bytes(), counts.stream().mapToLong(Long::longValue).sum());
        } finally {
            meter.end(batch.label());
        }
    }

    private void make(Batch batch, Map<TableName, TableDefinition.Split> splits, List<TableName> begun) {
        try (Session session = target.open()) {
            TargetTables tables = new TargetTables(session, batch.database());
            tables.prepare(collation);
            tables.drop(begun);
            splits.forEach((table, split) -> tables.create(table, split.create()));
        }
    }

    /** The exit code of a tool is no evidence. */
    private List<Long> count(Batch batch) {
        try (Session session = target.open()) {
            new TargetTables(session, batch.database()).prepare(collation);
            Databases databases = new Databases(session);
            List<Long> counts = new ArrayList<>();
            for (PendingTable table : batch.tables()) {
                long count = databases.countRows(table.name());
                if (table.rows().isPresent() && table.rows().getAsLong() != count) {
                    throw new LoaderFailedException(table.name() + " has " + count + " rows on the target, but "
                            + table.rows().getAsLong() + " in the dump, though myloader ended as if all were well.");
                }
                counts.add(count);
            }
            return counts;
        }
    }

    private void index(String label, Map<TableName, TableDefinition.Split> splits, boolean maybeBuilt)
            throws InterruptedException {
        Map<TableName, List<TableIndex>> indexes = new LinkedHashMap<>();
        splits.forEach((table, split) -> {
            if (!split.indexes().isEmpty()) {
                indexes.put(table, split.indexes());
            }
        });
        if (indexes.isEmpty()) {
            return;
        }
        List<TableName> tables = List.copyOf(indexes.keySet());
        ledger.intend(LoadLedger.Work.INDEXES, label, tables);
        try (Threads.Taken taken = threads.take(1);
                Session session = target.open()) {
            TargetTables made = new TargetTables(session, tables.get(0).database());
            made.prepare(collation);
            indexes.forEach((table, missing) -> build(new IndexBuilder(made), table, missing, maybeBuilt));
        }
        ledger.reach(LoadLedger.Work.INDEXES, label, tables);
    }

    private void build(IndexBuilder builder, TableName table, List<TableIndex> indexes, boolean maybeBuilt) {
        String what = "indexes of " + table;
        meter.begin(what);
        try {
            if (maybeBuilt) {
                builder.buildMissing(table, indexes);
            } else {
                builder.build(table, indexes);
            }
        } finally {
            meter.end(what);
        }
    }
}
