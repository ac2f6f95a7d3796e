package io.flexmigrate.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The time of day of a program, which can be put forward and back while it runs, as a person or a time server does it. What only
 * counts, as waits and timeouts do, goes on as it should.
 *
 * @param file how many seconds it is away from the real one
 */
public record FakeClock(Path file) {

    private static final String LIBRARY = "fake-clock";

    /** What a program needs in its environment to live by it. */
    public Map<String, String> environment() {
        if (!Files.exists(file)) {
            set(0);
        }
        return Map.of("LD_PRELOAD", library().toString(), "MIGRATE_FAKE_CLOCK", file.toString());
    }

    /** Puts it so many seconds before or after the real one. */
    public void set(long seconds) {
        Path next = Directories.write(file.resolveSibling(file.getFileName() + ".new"), seconds + "\n");
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path library() {
        Path library = file.toAbsolutePath().resolveSibling(LIBRARY + ".so");
        if (!Files.exists(library)) {
            Path source = library.resolveSibling(LIBRARY + ".c");
            try (InputStream text = FakeClock.class.getResourceAsStream("/lab/" + LIBRARY + ".c")) {
                Files.copy(Objects.requireNonNull(text), source, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            Shell.run(
                    Path.of("."),
                    List.of("gcc", "-shared", "-fPIC", "-O1", "-Werror", "-o", library.toString(), source.toString()));
        }
        return library;
    }
}
