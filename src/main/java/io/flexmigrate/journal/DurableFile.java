package io.flexmigrate.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file whose every append is followed by fsync, and what was only added is with the next.
 *
 * <p>It is written through a {@link RandomAccessFile} because a {@link FileChannel} is closed by an interrupt of its thread,
 * and an interrupted run must still be able to write down how far it came.
 */
final class DurableFile implements Appender {

    private final RandomAccessFile file;

    private DurableFile(RandomAccessFile file) {
        this.file = file;
    }

    /** Makes a file that is there with its first bytes or, should we die meanwhile, not there at all. */
    static DurableFile create(Path draft, Path path, byte[] first) throws IOException {
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        DurableFile file = open(draft, 0);
        try {
            file.append(first);
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            syncDirectoryOf(path);
            return file;
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }

    /** Opens a file for more, and cuts off what is behind its first {@code bytes} bytes. */
    static DurableFile open(Path path, long bytes) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (file.length() > bytes) {
                file.setLength(bytes);
                file.getFD().sync();
            }
            file.seek(bytes);
            return new DurableFile(file);
        } catch (IOException failure) {
            file.close();
            throw failure;
        }
    }

    @Override
    public void append(byte[] bytes) throws IOException {
        write(bytes, true);
    }

    @Override
    public void add(byte[] bytes) throws IOException {
        write(bytes, false);
    }

    private void write(byte[] bytes, boolean forGood) throws IOException {
        long before = file.length();
        try {
            file.write(bytes);
            if (forGood) {
                file.getFD().sync();
            }
        } catch (IOException failure) {
            withdraw(before, failure);
            throw failure;
        }
    }

    /** What was not promised must not be read back later, though most of it may be on disk. */
    private void withdraw(long length, IOException failure) {
        try {
            file.setLength(length);
            file.getFD().sync();
        } catch (IOException also) {
            failure.addSuppressed(also);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A new name is on disk only when its directory is. */
    private static void syncDirectoryOf(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }
}
