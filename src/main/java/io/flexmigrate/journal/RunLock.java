package io.flexmigrate.journal;

import io.flexmigrate.engine.JournalException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to write a run directory; the kernel takes it back when the process ends, however it ends.
 *
 * <p>The lock file holds the process id and the process's start, so that a number used again is not taken for the holder.
 * Within one process a second attempt is refused, but closing what it opened would give up the first lock too (fcntl(2):
 * closing any descriptor of a file releases all of a process's locks on it); one process is to hold one run.
 */
final class RunLock implements Closeable {

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock, or says who has it. */
    static RunLock acquire(RunDirectory directory) {
        try {
            return acquire(
                    directory,
                    FileChannel.open(directory.lock(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE)));
        } catch (IOException failure) {
            throw new JournalException(
                    "the lock " + directory.lock() + " cannot be taken: " + failure
                            + ". The work directory must be on a file system that knows locks.",
                    failure);
        }
    }

    private static RunLock acquire(RunDirectory directory, FileChannel channel) throws IOException {
        if (lock(channel) == null) {
            String holder = contentOf(directory.lock()).stream().findFirst().orElse("");
            channel.close();
            throw new JournalException("another run of this plan is going on in " + directory
                    + (holder.isEmpty() ? "" : ", process " + holder)
                    + ". Wait for it or look at it with migrate status; do not delete the lock file.");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(us().getBytes(StandardCharsets.UTF_8)));
        return new RunLock(channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ourselves) {
            return null;
        }
    }

    private static String us() {
        ProcessHandle us = ProcessHandle.current();
        return us.pid() + "\n" + startOf(us) + "\n";
    }

    /** The process that holds the lock, as far as this machine can tell; empty when none does. */
    static OptionalLong holder(RunDirectory directory) {
        List<String> content = contentOf(directory.lock());
        if (content.size() < 2 || !content.get(0).matches("\\d{1,18}")) {
            return OptionalLong.empty();
        }
        return ProcessHandle.of(Long.parseLong(content.get(0)))
                .filter(process -> startOf(process).equals(content.get(1)))
                .map(process -> OptionalLong.of(process.pid()))
                .orElse(OptionalLong.empty());
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static List<String> contentOf(Path lock) {
        try {
            return Files.readAllLines(lock, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        channel.close();
    }
}
