package io.flexmigrate.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Where a new plan goes.
 *
 * @param name a file, or {@code -} for the standard output
 * @param overwrites whether a file that is there already may be replaced
 */
record PlanDestination(String name, boolean overwrites) {

    private static final String STANDARD_OUTPUT = "-";

    boolean isStandardOutput() {
        return name.equals(STANDARD_OUTPUT);
    }

    /** The file; for the standard output the one it would be by its usual name. */
    Path file() {
        return Path.of(isStandardOutput() ? "plan.yaml" : name);
    }

    /** Why nothing can be written there; empty when all is well. */
    Optional<String> obstacle() {
        if (isStandardOutput()) {
            return Optional.empty();
        }
        Path directory = file().toAbsolutePath().normalize().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return Optional.of("There is no directory for " + name + ". Make it, or name another file with -o.");
        }
        if (Files.isDirectory(file())) {
            return Optional.of(name + " is a directory. Name a file in it with -o.");
        }
        return Files.exists(file(), LinkOption.NOFOLLOW_LINKS) && !overwrites ? Optional.of(taken()) : Optional.empty();
    }

    private String taken() {
        return name + " is there already. Name another file with -o, or replace it with --force.";
    }

    /** Writes the whole file or nothing. */
    void write(String text) {
        try {
            if (!overwrites) {
                Files.writeString(file(), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return;
            }
            Path beside = file().resolveSibling(file().getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (FileAlreadyExistsException exists) {
            throw new RefusedException(taken());
        } catch (IOException failure) {
            throw new RefusedException(name + " cannot be written: " + failure + ".");
        }
    }

    /** How a path that is relative to where we are is written into the plan, which takes it for relative to itself. */
    Path written(Path path) {
        Path directory = file().toAbsolutePath().normalize().getParent();
        if (path.isAbsolute() || directory == null) {
            return path;
        }
        return directory.relativize(path.toAbsolutePath().normalize());
    }
}
