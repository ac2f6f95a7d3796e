package io.flexmigrate.stage.load;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.DumpedTable;
import io.flexmigrate.mydumper.LoadCommand;
import io.flexmigrate.mydumper.LoadRequest;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.RunningProcess;
import io.flexmigrate.stage.Credentials;
import io.flexmigrate.stage.ToolThreads;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Says what a load would do, by the sizes that ASSESS saw: there is no dump to read before a run. */
record DescribedLoading(TableLoading.Kit kit, Consumer<Action> sink) implements TableLoading {

    /** More of them would say the same again. */
    private static final int SHOWN = 3;

    @Override
    public void endLeftovers(Fact.Assessed assessed, StageLog log) {
        // because a dry run is never resumed
    }

    @Override
    public Map<String, Long> load(Fact.Assessed assessed, Fact.Dumped dumped, StageLog log)
            throws InterruptedException {
        Plan.Load load = kit.plan().load();
        int tables = assessed.tables().size();
        note("make " + tables + " table(s) by the CREATE TABLE statements in the dump, without foreign keys"
                + (load.deferIndexes() ? " and, where they are large, without secondary indexes" : ""));
        commands(new Batching(ToolThreads.of(load.threads()))
                .of(assessed.tables().stream().map(this::pending).toList()));
        note("count the rows of every table and refuse unless they are as many as in the dump");
        if (load.deferIndexes()) {
            note(
                    "build the other secondary indexes of each table once its rows are in (ALTER TABLE ... ADD ...), several"
                            + " tables at once"
                            + (load.deferUniqueKeys() ? "" : "; unique keys are there from the beginning"));
        }
        note("add the foreign keys of all tables (foreign_key_checks = 0)");
        Map<String, Long> none = new HashMap<>();
        assessed.tables().forEach(table -> none.put(table.name().toString(), 0L));
        return none;
    }

    private void note(String text) {
        sink.accept(new Action(Action.Kind.NOTE, kit.target().role(), text));
    }

    private PendingTable pending(TableSize table) {
        Path dump = kit.workspace().dumpDirectory();
        String stem = table.name().toString().replace('/', '_');
        return new PendingTable(
                new DumpedTable(
                        table.name(), dump.resolve(stem + "-schema.sql"), List.of(dump.resolve(stem + ".00000.sql"))),
                table.dataBytes(),
                OptionalLong.empty());
    }

    private void commands(List<Batch> batches) throws InterruptedException {
        ToolVersion tool = kit.tools().myloader();
        Plan.Endpoint endpoint = kit.plan().target().endpoint();
        try (Credentials credentials =
                kit.workspace().credentials(endpoint, kit.logins().target(), LoadStage.initCommand(""))) {
            for (int number = 1; number <= Math.min(SHOWN, batches.size()); number++) {
                Batch batch = batches.get(number - 1);
                note("link the rows of " + batch.label() + " into a directory of their own, and load them from there");
                LoadRequest request = new LoadRequest(
                        kit.tools().programs().myloader(),
                        credentials.file(),
                        endpoint.host(),
                        endpoint.port(),
                        endpoint.tls(),
                        kit.workspace().batches().resolve("batch-" + number),
                        1,
                        Optional.of(batch.database()));
                try (RunningProcess said = kit.tools().work().start(LoadCommand.of(tool, request), line -> {})) {
                    // because it is only said
                }
            }
        }
        if (batches.size() > SHOWN) {
            note("load " + (batches.size() - SHOWN) + " more batch(es) of tables likewise, several at once");
        }
    }
}
