package io.flexmigrate.stage;

import io.flexmigrate.model.Action;
import io.flexmigrate.model.Secret;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mydumper.DumpMetadata;
import io.flexmigrate.mydumper.DumpedTable;
import io.flexmigrate.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The workspace of a dry run: nothing is written, and what would be is said. */
public record DescribedWorkspace(Path dumpDirectory, Path temporary, Consumer<Action> sink) implements Workspace {

    @Override
    public void discardDump() {
        // because there is no dump before a first run
    }

    @Override
    public Optional<DumpMetadata> metadata(boolean coordinatesExpected) {
        String text = "read the binlog coordinates out of " + dumpDirectory.resolve("metadata")
                + " and refuse unless they are the ones read under the lock";
        sink.accept(new Action(Action.Kind.NOTE, Action.HERE, text));
        return Optional.empty();
    }

    @Override
    public List<TableRows> rows() {
        return List.of();
    }

    @Override
    public List<TableName> missingFromDump(List<TableName> tables) {
        return List.of();
    }

    @Override
    public List<DumpedTable> dumpedTables() {
        return List.of();
    }

    @Override
    public Path batches() {
        return dumpDirectory.resolveSibling(dumpDirectory.getFileName() + "-batches");
    }

    @Override
    public long dumpBytes() {
        return 0;
    }

    @Override
    public long usableBytes() {
        return Long.MAX_VALUE;
    }

    @Override
    public long diskBytes() {
        return 0;
    }

    @Override
    public Credentials credentials(Plan.Endpoint endpoint, Secret password, String initCommand) {
        Path file = temporary.resolve("tool.cnf");
        return new Credentials() {
            @Override
            public Path file() {
                return file;
            }

            @Override
            public void close() {
                // because nothing was written
            }
        };
    }

    @Override
    public Consumer<String> toolLog(String tool) {
        return line -> {};
    }
}
