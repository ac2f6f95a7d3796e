package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/**
 * A shell that outlives us: it waits for the end of a pipe we hold, which comes even when this JVM is killed, and
 * then ends the server and removes its directory.
 */
final class Watchdog implements AutoCloseable {

    /** Looks at the name first, because a number may have gone to another program. */
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r line
            if [ "$(cat "/proc/$1/comm" 2>/dev/null)" = mysqld ]; then kill -KILL "$1"; fi
            sleep 0.2
            rm -rf "$2"
            """;

    private final Process process;

    private Watchdog(Process process) {
        this.process = process;
    }

    static Watchdog over(Process server, Path directory) {
        try {
            return new Watchdog(
                    new ProcessBuilder("sh", "-c", SCRIPT, "watchdog", String.valueOf(server.pid()), "" + directory)
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Calls it off; neither the server nor its directory is touched. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
