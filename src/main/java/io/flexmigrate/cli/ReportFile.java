package io.flexmigrate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that a report is written to: it is the whole new report or, should we die meanwhile, what it was before.
 *
 * @param path as the person named it
 */
record ReportFile(Path path) {

    /** Writes a report. */
    @FunctionalInterface
    interface Content {
        void writeTo(Writer writer) throws IOException;
    }

    /** Why no report can be written there, when that is certain before anything is written. */
    Optional<String> problem() {
        if (Files.isDirectory(path)) {
            return problem("it is a directory; name a file in it, such as " + path.resolve("plan.html"));
        }
        Path directory = directory();
        if (!Files.isDirectory(directory)) {
            return problem("there is no directory " + directory);
        }
        if (isReplaced() && !Files.isWritable(directory)) {
            return problem("no file can be made in " + directory);
        }
        return Files.exists(path) && !Files.isWritable(path) ? problem("it may not be written") : Optional.empty();
    }

    private Optional<String> problem(String reason) {
        return Optional.of("the report cannot be written to " + path + ": " + reason);
    }

    /** @throws ReportFileException when it cannot be written; then what was there before is there still */
    void write(Content content) {
        try {
            if (isReplaced()) {
                replace(Files.exists(path) ? path.toRealPath() : path.toAbsolutePath(), content);
                return;
            }
            fill(path, content, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new ReportFileException("The report could not be written to " + path + ": " + failure, failure);
        }
    }

    /** A device or a pipe is written to; to move a file in its place would destroy it. */
    private boolean isReplaced() {
        return !Files.exists(path) || Files.isRegularFile(path);
    }

    private static void replace(Path file, Content content) throws IOException {
        Path draft = file.resolveSibling(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        Files.deleteIfExists(draft);
        try {
            fill(draft, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(Path file, Content content, StandardOpenOption... options) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, UTF_8, options)) {
            content.writeTo(writer);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path directory() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path.toAbsolutePath() : parent;
    }
}
