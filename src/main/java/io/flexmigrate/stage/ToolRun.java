package io.flexmigrate.stage;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.mydumper.LogLine;
import io.flexmigrate.process.Command;
import io.flexmigrate.process.ProcessRunner;
import io.flexmigrate.process.RunningProcess;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/** A tool at work: its output is logged, read for errors, and kept for the message when it fails. Closing it kills it. */
public final class ToolRun implements AutoCloseable {

    private static final int LAST_LINES = 5;

    private final String name;
    private final RunningProcess process;
    private final List<String> errors = new ArrayList<>();
    private final Deque<String> last = new ArrayDeque<>();
    private boolean snapshotStands;
    private OptionalInt exitCode = OptionalInt.empty();

    private ToolRun(
            String name,
            ProcessRunner runner,
            Command command,
            Consumer<String> log,
            Function<String, LogLine> reader) {
        this.name = name;
        this.process = runner.start(command, line -> {
            log.accept(line);
            note(reader.apply(line));
        });
    }

    /**
     * Starts it.
     *
     * @param log gets every line
     * @param reader tells what a line means
     */
    public static ToolRun start(
            String name,
            ProcessRunner runner,
            Command command,
            Consumer<String> log,
            Function<String, LogLine> reader) {
        return new ToolRun(name, runner, command, log, reader);
    }

    private synchronized void note(LogLine line) {
        if (line.kind() == LogLine.Kind.SNAPSHOT_STANDS) {
            snapshotStands = true;
        }
        if (line.kind() == LogLine.Kind.ERROR && errors.size() < LAST_LINES) {
            errors.add(line.text());
        }
        last.addLast(line.text());
        if (last.size() > LAST_LINES) {
            last.removeFirst();
        }
    }

    /** Whether the tool said that its snapshots stand. */
    public synchronized boolean snapshotStands() {
        return snapshotStands;
    }

    /** Whether it ends within this time. */
    public boolean ends(Duration within) throws InterruptedException {
        if (exitCode.isEmpty()) {
            exitCode = process.await(within);
        }
        return exitCode.isPresent();
    }

    /**
     * Sees that it ended well: exit code 0 alone is not evidence.
     *
     * @param logFile where its whole output is
     */
    public synchronized void requireSuccess(String logFile) {
        int code = exitCode.orElseThrow(() -> new IllegalStateException(name + " still runs"));
        if (code == 0 && errors.isEmpty()) {
            return;
        }
        List<String> words = errors.isEmpty() ? List.copyOf(last) : errors;
        String said = words.isEmpty() ? "It said nothing." : "It said: " + String.join(" | ", words);
        throw new StageFailedException(
                FailureKind.TOOL,
                name + (code == 0 ? " reported errors. " : " ended with exit code " + code + ". ") + said,
                remedy(said, logFile));
    }

    private static String remedy(String said, String logFile) {
        return said.contains("No space left on device")
                ? "Free some space where the dump is written, or choose another disk with --work-dir."
                : "See its whole output in " + logFile + ".";
    }

    /** Has it stand still until it is to {@link #proceed}. */
    public void pause() {
        process.pause();
    }

    /** Has it go on after a {@link #pause}. */
    public void proceed() {
        process.proceed();
    }

    @Override
    public void close() {
        process.close();
    }
}
