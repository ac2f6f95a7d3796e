package io.flexmigrate.journal;

import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.RunHeldException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one writer of a ledger file, as long as it is open. */
final class LedgerAppender implements AutoCloseable {

    private static final Duration LONGEST_IN_MEMORY = Duration.ofSeconds(1);

    private final FileChannel channel;
    private Instant forced = Instant.MIN;

    private LedgerAppender(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the file behind its last whole line, and makes it where it is not there.
     *
     * @throws JournalException when another process writes it
     */
    static LedgerAppender open(Path file) throws IOException {
        Files.createDirectories(
                file.resolveSibling("").toAbsolutePath(),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            if (lock(channel) == null) {
                throw new RunHeldException("the ledger " + file + " is written by another process of migrate, such as a"
                        + " verification or a watch of the same run. Wait until that ends.");
            }
            dropTornLine(channel);
            return new LedgerAppender(channel);
        } catch (IOException | JournalException failure) {
            channel.close();
            throw failure;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProgram) {
            return null;
        }
    }

    /** What a kill left of a line that was being written. */
    private static void dropTornLine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        long end = channel.size();
        while (end > 0) {
            last.clear();
            channel.read(last, end - 1);
            if (last.get(0) == '\n') {
                break;
            }
            end--;
        }
        channel.truncate(end);
        channel.position(end);
    }

    /** @param at when the line was made */
    void append(byte[] line, Instant at) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(line);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
        if (forced.isBefore(at.minus(LONGEST_IN_MEMORY))) {
            channel.force(false);
            forced = at;
        }
    }

    /** Brings all to the disk and lets the lock go. */
    @Override
    public void close() throws IOException {
        try (channel) {
            channel.force(false);
        }
    }
}
