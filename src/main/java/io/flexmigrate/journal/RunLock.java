package io.flexmigrate.journal;

import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.RunHeldException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The right of one process to write a run directory; the kernel takes it back when the process ends, however it ends.
 *
 * <p>The lock file holds the process id and the process's start, so that a number used again is not taken for the holder.
 * While this process holds it, the file is not opened a second time, not even to be read: closing any descriptor of a file
 * releases all of a process's locks on it (fcntl(2)).
 */
final class RunLock implements Closeable {

    /** The lock files that this process holds: locks are the process's, and so is this. */
    private static final Set<Path> OURS = new HashSet<>();

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Takes the lock, or says who has it. */
    static RunLock acquire(RunDirectory directory) {
        Path file = file(directory);
        synchronized (OURS) {
            if (OURS.contains(file)) {
                throw isHeld(directory, Long.toString(ProcessHandle.current().pid()));
            }
            try {
                RunLock lock = acquire(
                        directory, FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE)));
                OURS.add(file);
                return lock;
            } catch (IOException failure) {
                throw new JournalException(
                        "the lock " + directory.lock() + " cannot be taken: " + failure
                                + ". The work directory must be on a file system that knows locks.",
                        failure);
            }
        }
    }

    private static RunLock acquire(RunDirectory directory, FileChannel channel) throws IOException {
        if (channel.tryLock() == null) {
            channel.close();
            throw isHeld(
                    directory, contentOf(directory.lock()).stream().findFirst().orElse(""));
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(us().getBytes(StandardCharsets.UTF_8)));
        return new RunLock(file(directory), channel);
    }

    private static RunHeldException isHeld(RunDirectory directory, String holder) {
        return new RunHeldException("another run of this plan is going on in " + directory
                + (holder.isEmpty() ? "" : ", process " + holder)
                + ". Wait for it or look at it with migrate status; do not delete the lock file.");
    }

    private static Path file(RunDirectory directory) {
        return directory.lock().toAbsolutePath().normalize();
    }

    private static String us() {
        ProcessHandle us = ProcessHandle.current();
        return us.pid() + "\n" + startOf(us) + "\n";
    }

    /** The process that holds the lock, as far as this machine can tell; empty when none does. */
    static OptionalLong holder(RunDirectory directory) {
        synchronized (OURS) {
            return OURS.contains(file(directory))
                    ? OptionalLong.of(ProcessHandle.current().pid())
                    : holderOnDisk(directory);
        }
    }

    private static OptionalLong holderOnDisk(RunDirectory directory) {
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
        synchronized (OURS) {
            try (channel) {
                channel.truncate(0);
            } finally {
                OURS.remove(file);
            }
        }
    }
}
