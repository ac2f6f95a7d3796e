package io.flexmigrate.stage.load;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.mydumper.LoadCommand;
import io.flexmigrate.mydumper.LoadDirectory;
import io.flexmigrate.mydumper.LoadLog;
import io.flexmigrate.mydumper.LoadRequest;
import io.flexmigrate.mydumper.LogLine;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.process.Command;
import io.flexmigrate.stage.ToolRun;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.stage.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Fills tables that are there with the rows of the dump, by myloader. */
final class RowLoader {

    private static final Duration LOOK = Duration.ofMillis(200);

    private final Plan.Endpoint endpoint;
    private final Toolbox tools;
    private final ToolVersion tool;
    private final Workspace workspace;
    private final Path credentials;
    private final StopSign stop;
    private final LoadMeter meter;
    private final Consumer<Command> started;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    /**
     * One that is not at work yet.
     *
     * @param credentials the file by which myloader logs in
     * @param started gets each command that is about to be run; of several threads
     */
    RowLoader(
            Plan.Endpoint endpoint,
            Toolbox tools,
            ToolVersion tool,
            Workspace workspace,
            Path credentials,
            StopSign stop,
            LoadMeter meter,
            Consumer<Command> started) {
        this.endpoint = endpoint;
        this.tools = tools;
        this.tool = tool;
        this.workspace = workspace;
        this.credentials = credentials;
        this.stop = stop;
        this.meter = meter;
        this.started = started;
    }

    /** Whether a loader is at work now. */
    boolean isRunning() {
        return running.get() > 0;
    }

    /**
     * Fills the tables of a batch.
     *
     * @throws LoaderFailedException when myloader says or shows that it did not
     */
    void load(Batch batch, int threads) throws InterruptedException {
        Path path = workspace.batches().resolve("batch-" + runs.incrementAndGet());
        try (LoadDirectory directory = LoadDirectory.make(path, batch.withRows(), tool)) {
            LoadRequest request = new LoadRequest(
                    tools.programs().myloader(),
                    credentials,
                    endpoint.host(),
                    endpoint.port(),
                    endpoint.tls(),
                    directory.path(),
                    threads,
                    Optional.of(batch.database()));
            running.incrementAndGet();
            try {
                run(request, directory, batch);
            } finally {
                running.decrementAndGet();
            }
        }
    }

    private void run(LoadRequest request, LoadDirectory directory, Batch batch) throws InterruptedException {
        AtomicInteger begun = new AtomicInteger();
        int hangs = stop.hangs();
        Command command = LoadCommand.of(tool, request);
        started.accept(command);
        try (ToolRun myloader = ToolRun.start(
                "myloader",
                tools.work(),
                command,
                workspace.toolLog("myloader"),
                line -> read(line, begun, batch, request.threads()))) {
            while (!myloader.ends(LOOK)) {
                if (stop.isRaised()) {
                    throw new StoppedException();
                }
                if (stop.hangs() > hangs) {
                    throw new LoaderFailedException(
                            "myloader hung: none of its sessions was at a statement. It was killed.");
                }
            }
            myloader.requireSuccess("logs/myloader.log");
        } catch (StageFailedException failure) {
            throw new LoaderFailedException(directory.named(String.valueOf(failure.getMessage())));
        }
    }

    /** A file is loaded when so many more have been begun as there are threads. */
    private LogLine read(String line, AtomicInteger begun, Batch batch, int threads) {
        LogLine read = LoadLog.read(line);
        if (read.kind() == LogLine.Kind.TABLE) {
            long loaded = Math.max(0, begun.incrementAndGet() - threads);
            meter.advance(batch.label(), batch.bytes() * loaded / Math.max(1, batch.files()));
        }
        return read;
    }
}
