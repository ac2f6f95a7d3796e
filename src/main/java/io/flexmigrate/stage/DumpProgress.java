package io.flexmigrate.stage;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.LogLine;
import io.flexmigrate.time.SystemClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far a dump is, by what lies in its directory and by what the tool says of its tables.
 *
 * <p>The tool says when it begins with a table, not when it is done: as many as it has threads may still be at work.
 */
public final class DumpProgress {

    /** Looking through a directory of tens of thousands of files takes long: it is done for a part of the time only. */
    private static final int IDLE = 50;

    private final LongSupplier directory;
    private final List<TableSize> tables;
    private final int threads;
    private final Supplier<Duration> clock;
    private final Set<String> begun = new HashSet<>();
    private String last = "";
    private long bytes;
    private Duration nextLook = Duration.ZERO;

    /**
     * Progress of one dump.
     *
     * @param directory size of the dump so far, in bytes
     * @param tables all that are dumped
     * @param threads how many the tool has
     */
    public DumpProgress(LongSupplier directory, List<TableSize> tables, int threads) {
        this(directory, tables, threads, SystemClock.stopwatch()::elapsed);
    }

    DumpProgress(LongSupplier directory, List<TableSize> tables, int threads, Supplier<Duration> clock) {
        this.directory = directory;
        this.tables = List.copyOf(tables);
        this.threads = threads;
        this.clock = clock;
    }

    /** Listens to what a reader makes of the tool's lines. */
    public Function<String, LogLine> listeningTo(Function<String, LogLine> reader) {
        return text -> {
            LogLine line = reader.apply(text);
            note(line);
            return line;
        };
    }

    private synchronized void note(LogLine line) {
        if (line.kind() == LogLine.Kind.TABLE) {
            begun.add(line.text());
            last = line.text().replace("`", "");
        }
    }

    /** How far it is now; looks at the directory, unless that takes long and was done just before. */
    public synchronized Advance now() {
        look();
        long estimate = tables.stream().mapToLong(TableSize::dataBytes).sum();
        int done = Math.min(tables.size(), Math.max(0, begun.size() - threads));
        return new Advance(bytes, Math.max(bytes, estimate), 0, 0, done, tables.size(), last);
    }

    private void look() {
        Duration before = clock.get();
        if (before.compareTo(nextLook) >= 0) {
            bytes = directory.getAsLong();
            Duration after = clock.get();
            nextLook = after.plus(after.minus(before).multipliedBy(IDLE));
        }
    }
}
