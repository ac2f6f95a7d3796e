package io.flexmigrate.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system knows of a process, by its number. */
final class LiveProcess {

    private LiveProcess() {}

    /** {@code T} for a process that was stopped: proc(5). */
    static String state(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        int name = stat.lastIndexOf(')');
        return stat.substring(name + 2, name + 3);
    }

    static void assertIsGone(String pid) {
        assertThat(isAlive(pid)).as("process " + pid).isFalse();
    }

    /** A process that nobody has reaped yet is gone, too. */
    static boolean isAlive(String pid) {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (IOException e) {
            return false;
        }
    }
}
