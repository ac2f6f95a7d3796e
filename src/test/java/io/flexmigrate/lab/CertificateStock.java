package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Certificates that servers have made for themselves, which takes them most of a second: a few sets, handed out in turn, so that no
 * two servers that live at once have the same.
 */
record CertificateStock(Path home) {

    private static final int SETS = 16;
    private static final AtomicInteger TURN = new AtomicInteger();

    /** Gives a server the next set; where there are too few yet, it will make its own. */
    void into(Path data) {
        List<Path> sets = sets();
        if (sets.size() == SETS) {
            copy(sets.get(Math.floorMod(TURN.getAndIncrement(), SETS)), data);
        }
    }

    /** Takes the set that a server has made, while more are wanted. */
    void from(Path data) {
        if (sets().size() == SETS || !Files.exists(data.resolve("server-key.pem"))) {
            return;
        }
        try {
            Path partial = Files.createTempDirectory(Directories.create(home), ".partial-");
            copy(data, partial);
            Files.move(partial, home.resolve("set-" + partial.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Path> sets() {
        return Files.isDirectory(home)
                ? listed(home, "set-*").stream().limit(SETS).toList()
                : List.of();
    }

    private static void copy(Path from, Path to) {
        for (Path file : listed(from, "*.pem")) {
            try {
                Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.COPY_ATTRIBUTES);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static List<Path> listed(Path directory, String pattern) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, pattern)) {
            files.forEach(found::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        found.sort(null);
        return found;
    }
}
