package io.flexmigrate.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The clock of a program, which can be put forward and back while it runs: Debian's libfaketime does it.
 *
 * @param file what the clock says
 */
record FakeClock(Path file) {

    private static final Path LIBRARY = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    /** What a program needs in its environment to live by it. What only counts, as timeouts do, is left alone. */
    Map<String, String> environment() throws IOException {
        if (!Files.exists(file)) {
            set("+0");
        }
        return Map.of(
                "LD_PRELOAD",
                LIBRARY.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_NO_CACHE",
                "1",
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1");
    }

    /** Puts it by so many seconds, such as {@code +3600}, away from the real one. */
    void set(String offset) throws IOException {
        Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), offset + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
