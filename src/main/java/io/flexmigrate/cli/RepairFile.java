package io.flexmigrate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A new file that only we may read, and that is there when it is complete.
 *
 * @param path as the person named it
 */
record RepairFile(Path path) {

    /** Writes statements and says something of them. */
    @FunctionalInterface
    interface Content<T> {
        T writeTo(Writer writer) throws IOException;
    }

    /** Why it cannot be written, when that is certain before anything is compared. */
    Optional<String> problem() {
        if (Files.exists(path)) {
            return Optional.of("there is a file " + path
                    + " already, and it may be what a person is still at; name another one," + " or move it away");
        }
        Path directory = path.toAbsolutePath().getParent();
        return directory != null && Files.isDirectory(directory) && Files.isWritable(directory)
                ? Optional.empty()
                : Optional.of("no file can be made in the directory of " + path);
    }

    /** @throws RefusedException when it cannot be written, or is there by now */
    <T> T write(Content<T> content) {
        Path draft = path.toAbsolutePath()
                .resolveSibling(
                        "." + path.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.deleteIfExists(draft);
            try {
                T result = fill(draft, content);
                // because this refuses where a move would replace what somebody made meanwhile
                Files.createLink(path, draft);
                return result;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException | UnsupportedOperationException failure) {
            throw new RefusedException("The statements could not be written to " + path + ": " + failure
                    + ". Nothing was applied. Name another file with --repair-sql.");
        }
    }

    private static <T> T fill(Path draft, Content<T> content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        draft,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                BufferedWriter writer = new BufferedWriter(Channels.newWriter(channel, UTF_8))) {
            T result = content.writeTo(writer);
            writer.flush();
            channel.force(true);
            return result;
        }
    }
}
