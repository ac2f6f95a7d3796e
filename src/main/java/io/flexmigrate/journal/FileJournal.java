package io.flexmigrate.journal;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.EventHistory;
import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.JournalException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a run directory: durable, and written by one process at a time.
 *
 * <p>An append that fails is fatal: every later one is refused, because what follows it could not be remembered.
 */
public final class FileJournal implements Journal, AutoCloseable {

    private final Path path;
    private final JournalLines lines;
    private final LineChain chain;
    private final JournalHeader header;
    private final Optional<String> droppedLine;
    private final EventHistory events;
    private final Appender file;
    private final RunLock lock;
    private final List<AppendWatch> watches = AppendWatch.all();
    private @Nullable JournalException broken;

    FileJournal(RunDirectory directory, JournalContent content, LineChain chain, Appender file, RunLock lock) {
        this.path = directory.journal();
        this.lines = new JournalLines(path);
        this.chain = chain;
        this.header = content.header();
        this.droppedLine = content.droppedLine();
        this.events = new EventHistory(content.events());
        this.file = file;
        this.lock = lock;
    }

    /**
     * Begins a run: makes the directory, takes its lock and writes the header.
     *
     * @throws JournalException when a run has begun there already, another process writes there, or the disk does not take it
     */
    public static FileJournal create(RunDirectory directory, JournalHeader header) {
        directory.create();
        return locked(directory, lock -> {
            if (directory.hasRun()) {
                throw new JournalException("a run has begun in " + directory
                        + " already. Go on with it by migrate resume," + " or name another directory with --work-dir.");
            }
            LineChain chain = new LineChain();
            byte[] line = chain.seal(new JournalLines(directory.journal()).line(header));
            Appender file = DurableFile.create(directory.journalDraft(), directory.journal(), line);
            return new FileJournal(
                    directory, new JournalContent(header, List.of(), Optional.empty()), chain, file, lock);
        });
    }

    /**
     * Goes on with a run: takes the lock, reads everything and cuts off a torn last line.
     *
     * @throws JournalException when there is no run, another process writes there, or the journal is damaged
     */
    public static FileJournal open(RunDirectory directory) {
        if (!directory.hasRun()) {
            throw JournalReader.noRunIn(directory);
        }
        return locked(directory, lock -> {
            JournalReader.Reading reading = new JournalReader(directory).read();
            Appender file = DurableFile.open(directory.journal(), reading.bytes());
            return new FileJournal(directory, reading.content(), reading.chain(), file, lock);
        });
    }

    /**
     * Reads a journal that another process may be writing; changes nothing.
     *
     * @throws JournalException when there is no run or the journal is damaged
     */
    public static JournalContent read(RunDirectory directory) {
        return new JournalReader(directory).read().content();
    }

    /** The process that runs in this directory now, as far as this machine can tell; empty when none does. */
    public static OptionalLong runningProcess(RunDirectory directory) {
        return RunLock.holder(directory);
    }

    private interface Opening {
        FileJournal open(RunLock lock) throws IOException;
    }

    private static FileJournal locked(RunDirectory directory, Opening opening) {
        RunLock lock = RunLock.acquire(directory);
        FileJournal journal = null;
        try {
            journal = opening.open(lock);
            return journal;
        } catch (IOException failure) {
            throw unwritable(directory.journal(), failure);
        } finally {
            if (journal == null) {
                closeQuietly(lock);
            }
        }
    }

    public JournalHeader header() {
        return header;
    }

    /** The torn last line that was cut off when the journal was opened. */
    public Optional<String> droppedLine() {
        return droppedLine;
    }

    @Override
    public synchronized void append(Event event) {
        write(event, file::append);
    }

    @Override
    public synchronized void note(Event event) {
        write(event, file::add);
    }

    private interface Writing {
        void write(byte[] line) throws IOException;
    }

    private void write(Event event, Writing writing) {
        if (broken != null) {
            throw new JournalException(
                    "nothing more is written to the journal " + path + ", because an earlier append failed: "
                            + broken.getMessage(),
                    broken);
        }
        byte[] line = lines.line(event);
        watches.forEach(watch -> watch.before(event));
        try {
            writing.write(chain.seal(line));
        } catch (IOException failure) {
            broken = unwritable(path, failure);
            throw broken;
        }
        events.add(event);
        watches.forEach(watch -> watch.after(event));
    }

    @Override
    public List<Event> events() {
        return events.soFar();
    }

    @Override
    public synchronized void close() {
        closeQuietly(file);
        closeQuietly(lock);
        broken = new JournalException("the journal is closed");
    }

    /** All that matters is on disk already, so a failure here costs nothing. */
    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException ignored) {
            // because there is nothing left to be written
        }
    }

    private static JournalException unwritable(Path path, IOException failure) {
        String cause = isFull(path, failure)
                ? "the disk is full (" + failure.getMessage() + "). Free space on it"
                : failure + ". Put the cause right";
        return new JournalException(
                "the journal " + path + " cannot be written: " + cause
                        + ", then run the same command again: it goes on from the last complete line.",
                failure);
    }

    /** The words of ENOSPC and EDQUOT are those of the user's language, so the free space is looked at too. */
    private static boolean isFull(Path path, IOException failure) {
        String words = String.valueOf(failure.getMessage());
        if (words.contains("No space left on device") || words.contains("quota exceeded")) {
            return true;
        }
        Path parent = path.getParent();
        try {
            return parent != null && Files.getFileStore(parent).getUsableSpace() == 0;
        } catch (IOException unknown) {
            return false;
        }
    }
}
