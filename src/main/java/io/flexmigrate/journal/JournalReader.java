package io.flexmigrate.journal;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a journal file line by line and tells a torn last line from every other damage. */
final class JournalReader {

    static final String WHAT_TO_DO = "Put the file back from a copy; without it what was done is not known, and"
            + " a new run needs another work directory and an empty target.";

    private final RunDirectory directory;
    private final Path file;
    private final JournalLines lines;

    JournalReader(RunDirectory directory) {
        this.directory = directory;
        this.file = directory.journal();
        this.lines = new JournalLines(file);
    }

    /**
     * What was read, and where the next line goes.
     *
     * @param bytes size of all complete lines
     * @param chain to which the next line belongs
     */
    record Reading(JournalContent content, long bytes, LineChain chain) {}

    Reading read() {
        byte[] bytes = bytes(0);
        int end = endOfCompleteLines(bytes);
        List<byte[]> complete = split(bytes, end);
        if (complete.isEmpty()) {
            throw new JournalException(
                    "the journal " + file + " has no header, not even one complete line. " + WHAT_TO_DO);
        }
        LineChain chain = new LineChain();
        // before its checksum, because another version may write others
        JournalHeader header = lines.header(LineChain.bare(complete.get(0)));
        opened(complete.get(0), 1, chain);
        List<Event> events = new ArrayList<>();
        read(complete.subList(1, complete.size()), events, chain);
        return new Reading(new JournalContent(header, events, rest(bytes, end)), end, chain);
    }

    /**
     * Reads what has come since.
     *
     * @param before of the same file; its chain goes on in what is returned
     */
    Reading readOn(Reading before) {
        byte[] bytes = bytes(before.bytes());
        int end = endOfCompleteLines(bytes);
        List<Event> events = new ArrayList<>(before.content().events());
        read(split(bytes, end), events, before.chain());
        JournalContent content = new JournalContent(before.content().header(), events, rest(bytes, end));
        return new Reading(content, before.bytes() + end, before.chain());
    }

    private void read(List<byte[]> more, List<Event> events, LineChain chain) {
        for (byte[] line : more) {
            // the header is the first
            int number = events.size() + 2;
            events.add(lines.event(opened(line, number, chain), number));
        }
    }

    private static Optional<String> rest(byte[] bytes, int end) {
        return Optional.of(new String(bytes, end, bytes.length - end, StandardCharsets.UTF_8))
                .filter(text -> !text.isEmpty());
    }

    private byte[] opened(byte[] line, int number, LineChain chain) {
        return chain.open(line)
                .orElseThrow(() -> lines.broken(
                        number, "its checksum does not fit, so it, or a line before it, was changed, lost or moved"));
    }

    static JournalException noRunIn(RunDirectory directory) {
        return new JournalException("there is no run in " + directory + ". Begin one with migrate run.");
    }

    private byte[] bytes(long from) {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            return in.readAllBytes();
        } catch (NoSuchFileException none) {
            throw noRunIn(directory);
        } catch (IOException failure) {
            throw new JournalException("the journal " + file + " cannot be read: " + failure, failure);
        }
    }

    /**
     * Where the last complete line ends. A line that lacks its line feed was never acknowledged; nor was a last line with
     * zero bytes, which is what a file system leaves of a write whose blocks had not all reached the disk.
     */
    private static int endOfCompleteLines(byte[] bytes) {
        int end = startOfLineBefore(bytes, bytes.length);
        int previous = end == 0 ? 0 : startOfLineBefore(bytes, end - 1);
        boolean zeroed = end == bytes.length && contains(bytes, previous, end, (byte) 0);
        return zeroed ? previous : end;
    }

    /** The place after the last line feed before {@code limit}. */
    private static int startOfLineBefore(byte[] bytes, int limit) {
        int start = limit;
        while (start > 0 && bytes[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private static boolean contains(byte[] bytes, int from, int to, byte wanted) {
        for (int index = from; index < to; index++) {
            if (bytes[index] == wanted) {
                return true;
            }
        }
        return false;
    }

    private static List<byte[]> split(byte[] bytes, int end) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int index = 0; index < end; index++) {
            if (bytes[index] == '\n') {
                lines.add(Arrays.copyOfRange(bytes, start, index));
                start = index + 1;
            }
        }
        return lines;
    }
}
