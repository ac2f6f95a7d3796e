package io.flexmigrate.stage.load;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableDefinition;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.DumpDirectory;
import io.flexmigrate.mydumper.DumpedTable;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.OurSessions;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Credentials;
import io.flexmigrate.stage.ToolThreads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Loads with myloader, several batches of tables at once. */
record LiveLoading(TableLoading.Kit kit) implements TableLoading {

    private static final Duration LOOK = Duration.ofSeconds(1);

    /** A killed ALTER of a large table rolls back what it did. */
    private static final int PATIENCE = 600;

    @Override
    public void endLeftovers(Fact.Assessed assessed, StageLog log) throws InterruptedException {
        new DumpDirectory(kit.workspace().batches()).delete();
        try (Session session = kit.target().open()) {
            OurSessions ours = new OurSessions(session);
            for (int looks = 0; looks < PATIENCE; looks++) {
                List<Long> left = ours.atWorkIn(assessed.databases());
                if (left.isEmpty()) {
                    return;
                }
                if (looks == 0) {
                    log.observe(
                            Observation.WARNING.what(),
                            Map.of(
                                    Observation.WARNING.key(),
                                    left.size() + " session(s) of an earlier attempt still worked on the target and"
                                            + " are ended."));
                }
                ours.end(left);
                kit.pause().pause(LOOK);
            }
        }
        throw new StageFailedException(
                "Sessions of an earlier attempt still work on the target, though they were killed.",
                "SHOW PROCESSLIST on the target names them. Wait until they are gone.");
    }

    @Override
    public Map<String, Long> load(Fact.Assessed assessed, Fact.Dumped dumped, StageLog log)
            throws InterruptedException {
        LoadLedger ledger = LoadStage.ledger(log, dumped);
        List<PendingTable> tables = tables(assessed, dumped);
        forgetLost(ledger, tables, assessed.databases());
        String collation = new Dialect(ServerVersion.parse(assessed.targetVersion()))
                .collationOf(ServerVersion.parse(assessed.sourceVersion()));
        int threads = ToolThreads.of(kit.plan().load().threads());
        Plan.Endpoint endpoint = kit.plan().target().endpoint();
        LoadMeter meter = new LoadMeter(tables);
        StopSign stop = new StopSign();
        try (Credentials credentials =
                        kit.workspace().credentials(endpoint, kit.logins().target(), LoadStage.initCommand(collation));
                HangWatch hangs = new HangWatch(kit.target())) {
            RowLoader loader = new RowLoader(
                    endpoint,
                    kit.tools(),
                    kit.tools().myloader(),
                    kit.workspace(),
                    credentials.file(),
                    stop,
                    meter,
                    command -> log.observe(
                            Observation.COMMAND.what(), Map.of(Observation.COMMAND.key(), command.shown())));
            BatchLoad batches =
                    new BatchLoad(kit.target(), collation, deferral(), ledger, meter, loader, new Threads(threads));
            Tries tries = new Tries(kit.pause(), ledger, stop);
            Runnable look = () -> {
                ledger.progress(meter.advance());
                if (loader.isRunning() && hangs.isHang()) {
                    stop.hang();
                }
            };
            run(threads, stop, look, assessed, work(tables, threads, ledger, meter, batches, tries));
            ForeignKeyWork keys = new ForeignKeyWork(kit.target(), collation, ledger);
            List<Lanes.Task> adding = keys.parts(tables).stream()
                    .<Lanes.Task>map(part -> () -> tries.run("foreign keys of " + part.label(), () -> keys.add(part)))
                    .toList();
            run(threads, stop, look, assessed, adding);
            ledger.progress(meter.advance());
        }
        new DumpDirectory(kit.workspace().batches()).delete();
        return rows(ledger, tables);
    }

    private void run(
            int threads, StopSign stop, Runnable look, Fact.Assessed assessed, List<? extends Lanes.Task> tasks)
            throws InterruptedException {
        if (!tasks.isEmpty()) {
            new Lanes(Math.min(threads, tasks.size()), stop, look, () -> cutShort(assessed.databases())).run(tasks);
        }
    }

    /** Ends what our own lanes are at on the target. */
    private void cutShort(List<String> databases) {
        try (Session session = kit.target().open()) {
            OurSessions ours = new OurSessions(session);
            ours.end(ours.atWorkIn(databases));
        } catch (MySqlException gone) {
            // because a target that is gone has dropped our sessions by itself
        }
    }

    private static List<Lanes.Task> work(
            List<PendingTable> tables,
            int threads,
            LoadLedger ledger,
            LoadMeter meter,
            BatchLoad batches,
            Tries tries) {
        List<PendingTable> toFill = new ArrayList<>();
        List<PendingTable> toIndex = new ArrayList<>();
        for (PendingTable table : tables) {
            if (!ledger.hasReached(LoadLedger.Work.LOAD, table.name())) {
                toFill.add(table);
                continue;
            }
            meter.loaded(table.bytes(), ledger.rows().getOrDefault(table.name(), 0L));
            if (ledger.hasReached(LoadLedger.Work.INDEXES, table.name())) {
                meter.finished(1);
            } else {
                toIndex.add(table);
            }
        }
        List<Lanes.Task> tasks = new ArrayList<>();
        toIndex.forEach(table -> {
            Batch batch = new Batch(List.of(table));
            tasks.add(() -> tries.run(batch.label(), () -> batches.index(batch)));
        });
        new Batching(threads)
                .of(toFill)
                .forEach(batch -> tasks.add(() -> tries.run(batch.label(), () -> batches.load(batch))));
        return tasks;
    }

    private TableDefinition.Deferral deferral() {
        if (!kit.plan().load().deferIndexes()) {
            return TableDefinition.Deferral.NONE;
        }
        return kit.plan().load().deferUniqueKeys()
                ? TableDefinition.Deferral.ALL
                : TableDefinition.Deferral.ALL_BUT_UNIQUE;
    }

    private List<PendingTable> tables(Fact.Assessed assessed, Fact.Dumped dumped) {
        Map<TableName, TableRows> known =
                dumped.tables().stream().collect(Collectors.toMap(TableRows::name, Function.identity()));
        Map<TableName, DumpedTable> files = new TreeMap<>();
        kit.workspace().dumpedTables().forEach(table -> files.put(table.name(), table));
        List<TableName> missing = assessed.tables().stream()
                .map(TableSize::name)
                .filter(table -> !files.containsKey(table))
                .toList();
        if (!missing.isEmpty()) {
            throw new StageFailedException(
                    "The dump lacks the table(s) " + missing + ".",
                    "Begin again with a new work directory: files of the dump were removed.");
        }
        return files.values().stream()
                .map(table -> new PendingTable(
                        table,
                        table.bytes(),
                        known.containsKey(table.name())
                                ? OptionalLong.of(known.get(table.name()).rows())
                                : OptionalLong.empty()))
                .toList();
    }

    /** What is not there is not loaded, whatever the ledger says. */
    private void forgetLost(LoadLedger ledger, List<PendingTable> tables, List<String> databases) {
        if (!ledger.isResumed()) {
            return;
        }
        Set<String> there = kit.target().with(session -> new Databases(session).tableNames(databases)).stream()
                .map(LiveLoading::key)
                .collect(Collectors.toSet());
        tables.stream()
                .map(PendingTable::name)
                .filter(table -> !there.contains(key(table)))
                .forEach(ledger::forget);
    }

    /** A target with lower_case_table_names=1 writes names in lower case. */
    private static String key(TableName table) {
        return table.toString().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Long> rows(LoadLedger ledger, List<PendingTable> tables) {
        Map<TableName, Long> counted = ledger.rows();
        Map<String, Long> rows = new HashMap<>();
        tables.forEach(table -> rows.put(table.name().toString(), counted.getOrDefault(table.name(), 0L)));
        return rows;
    }
}
