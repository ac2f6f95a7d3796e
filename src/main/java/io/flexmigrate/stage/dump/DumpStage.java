package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableRows;
import io.flexmigrate.mydumper.DumpMetadata;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.mydumper.MetadataException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Schema;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.stage.Workspace;
import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes the snapshot: one instant that our own reading of the coordinates and mydumper's transactions share.
 *
 * <p>A dump that did not end cannot be gone on with, because its snapshot is gone: it is removed and taken anew. So is a dump
 * during which the schema changed, because the change stands after the coordinates in the binlog and would be made twice.
 */
public final class DumpStage implements Stage {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private final MySqlServer source;
    private final Toolbox tools;
    private final Workspace workspace;
    private final Snapshot snapshot;
    private final GapFiller filler;
    private final Pause pause;
    private final Function<Session, Schema> schema;

    /** @param schema reads all definitions of the source */
    public DumpStage(
            MySqlServer source,
            Toolbox tools,
            Workspace workspace,
            Snapshot snapshot,
            GapFiller filler,
            Pause pause,
            Function<Session, Schema> schema) {
        this.source = source;
        this.tools = tools;
        this.workspace = workspace;
        this.snapshot = snapshot;
        this.filler = filler;
        this.pause = pause;
        this.schema = schema;
    }

    @Override
    public StageName name() {
        return StageName.DUMP;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class);
    }

    @Override
    public Fact run(Facts facts, StageLog log) throws InterruptedException {
        Fact.Assessed assessed = facts.get(Fact.Assessed.class);
        DumpTask task = new DumpTask(
                assessed.databases(),
                assessed.tables(),
                ServerVersion.parse(assessed.sourceVersion()),
                tools.mydumper());
        Duration next = FIRST_PAUSE;
        String reason = "";
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            workspace.discardDump();
            log.intend(new Step("dump", "attempt " + attempt), Map.of());
            try {
                return attempt(task, log);
            } catch (UnusableDumpException unusable) {
                reason = String.valueOf(unusable.getMessage());
            } catch (StageFailedException failure) {
                workspace.discardDump(); // because a disk that it filled would not take the words about it either
                throw failure;
            }
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(Observation.WARNING.key(), "Dump " + attempt + " cannot be used. " + reason));
            if (attempt < ATTEMPTS) {
                pause.pause(next);
                next = next.multipliedBy(4);
            }
        }
        workspace.discardDump();
        throw new StageFailedException(
                "None of " + ATTEMPTS + " dumps can be used. " + reason,
                "Run the same command again when the source is less busy and nobody changes its schema; dump.max_lock can be"
                        + " raised. See logs/mydumper.log.");
    }

    private Fact attempt(DumpTask task, StageLog log) throws InterruptedException {
        try (SchemaWatch watch = new SchemaWatch(source, task.version(), schema)) {
            requireAsAssessed(watch.schema(), task.databases(), task.tables());
            Filling filling = filler.prepare(task.databases(), task.tables(), task.tool(), task.version(), log);
            try (filling) {
                Snapshot.Taken taken = taken(task, watch, filling, log);
                check(taken, task);
                watch.changes(taken.coordinates(), task.databases()).ifPresent(change -> {
                    throw new UnusableDumpException(change);
                });
                return fact(taken, rows(taken), watch.schema());
            }
        }
    }

    /** A tool whose tables are changed under it fails, which is a reason for another dump. */
    private Snapshot.Taken taken(DumpTask task, SchemaWatch watch, Filling filling, StageLog log)
            throws InterruptedException {
        try {
            return snapshot.take(task, watch, filling, log);
        } catch (StageFailedException failure) {
            if (watch.mayHaveChanged()) {
                throw new UnusableDumpException(
                        "Tables of the source were changed meanwhile (CREATE, ALTER, DROP, TRUNCATE). "
                                + failure.getMessage());
            }
            throw failure;
        }
    }

    private Fact fact(Snapshot.Taken taken, List<TableRows> rows, Schema definitions) {
        return new Fact.Dumped(
                workspace.dumpDirectory().toString(),
                taken.coordinates(),
                taken.gtidSet(),
                taken.locked(),
                workspace.dumpBytes()
                        + taken.filled().stream().mapToLong(TableRows::bytes).sum(),
                rows,
                definitions.objects(),
                definitions.fingerprints());
    }

    /** What the files hold; of tables that we wrote ourselves, what we counted while we did. */
    private List<TableRows> rows(Snapshot.Taken taken) throws InterruptedException {
        List<TableRows> counted;
        try {
            counted = workspace.rows();
        } catch (MetadataException unusable) {
            throw unusable(unusable);
        }
        List<TableRows> lost = taken.filled().stream()
                .filter(table -> !counted.isEmpty() && !counted.contains(table))
                .toList();
        if (!lost.isEmpty()) {
            throw new StageFailedException(
                    "The files that we wrote ourselves do not hold what was read: " + lost + ".",
                    "See whether the disk of the work directory is sound, then run the same command again.");
        }
        return counted;
    }

    /** What ASSESS has not seen, no check has looked at. */
    private static void requireAsAssessed(Schema now, List<String> databases, List<TableName> tables) {
        if (!now.databases().equals(databases)
                || !now.tables().definitions().keySet().equals(Set.copyOf(tables))) {
            throw new StageFailedException(
                    "Databases or tables of the source were created or dropped since it was assessed.",
                    "Run the same command again: it assesses anew.");
        }
    }

    private void check(Snapshot.Taken taken, DumpTask task) {
        boolean expected = !KnownDefects.writesNoCoordinates(task.tool(), task.version());
        Optional<DumpMetadata> metadata =
                metadata(expected).filter(said -> expected || said.coordinates().isPresent());
        if (metadata.isPresent() && !metadata.get().coordinates().equals(Optional.of(taken.coordinates()))) {
            throw new StageFailedException(
                    "mydumper's metadata says "
                            + metadata.get().coordinates().map(Object::toString).orElse("nothing")
                            + ", but the source stood at " + taken.coordinates() + " while both of us held its lock.",
                    "Do not use this dump; report the version of mydumper.");
        }
        Set<TableName> filled = taken.filled().stream().map(TableRows::name).collect(Collectors.toSet());
        List<TableName> missing = workspace.missingFromDump(
                task.tables().stream().filter(table -> !filled.contains(table)).toList());
        if (!missing.isEmpty()) {
            throw new StageFailedException(
                    "The dump lacks the table(s) " + missing + ", though mydumper ended well.",
                    "See mydumper's output; run again if these tables were just dropped.");
        }
    }

    private Optional<DumpMetadata> metadata(boolean coordinatesExpected) {
        try {
            return workspace.metadata(coordinatesExpected);
        } catch (MetadataException unusable) {
            throw unusable(unusable);
        }
    }

    private static StageFailedException unusable(MetadataException cause) {
        return new StageFailedException(
                "The dump cannot be used, because it must be certain what it holds and where the snapshot stands in the"
                        + " source's binlog: " + cause.getMessage() + ".",
                "See mydumper's whole output in logs/mydumper.log. If it ended well, name another release of it in"
                        + " dump.mydumper. The next run takes a new dump.",
                cause);
    }
}
