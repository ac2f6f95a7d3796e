package io.flexmigrate.mydumper;

import io.flexmigrate.model.Secret;
import io.flexmigrate.plan.Plan.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that only we can read, with a user and a password for a tool; closing it deletes it. */
public final class DefaultsFile implements AutoCloseable {

    /**
     * What a tool's sessions on an 8.0 source must begin with: their cached table statistics make 0.10.x wait for ever for a
     * lock that it holds itself.
     */
    public static final String FRESH_STATISTICS = "information_schema_stats_expiry=0";

    private final Path path;

    private DefaultsFile(Path path) {
        this.path = path;
    }

    /**
     * Writes a file into a directory that is there.
     *
     * @param tls the same that the command is given: a part of it can only be said in this file
     */
    public static DefaultsFile write(Path directory, String user, Secret password, Tls tls) {
        return write(directory, clientGroup(user, password, tls));
    }

    /**
     * Writes a file into a directory that is there.
     *
     * @param tls the same that the command is given: a part of it can only be said in this file
     * @param initCommand one statement that every session of the tool begins with
     */
    public static DefaultsFile write(Path directory, String user, Secret password, Tls tls, String initCommand) {
        // In [client], because releases from 0.12 on refuse to start with it in [mydumper].
        return write(directory, clientGroup(user, password, tls) + "init-command=" + quoted(initCommand) + "\n");
    }

    private static DefaultsFile write(Path directory, String text) {
        try {
            Path file = Files.createTempFile(
                    directory.toAbsolutePath(),
                    "tool-",
                    ".cnf",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, text);
            return new DefaultsFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file with a tool's password could not be written into " + directory, e);
        }
    }

    private static String clientGroup(String user, Secret password, Tls tls) {
        return "[client]\nuser=" + quoted(user) + "\npassword=" + quoted(password.value()) + "\n"
                + ToolTls.clientGroup(tls);
    }

    private static String quoted(String value) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a user, password or statement for a tool cannot have control characters"
                    + " such as line feeds; fix by choosing another password");
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Where it is, absolute. */
    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("the file with a tool's password could not be deleted: " + path, e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
