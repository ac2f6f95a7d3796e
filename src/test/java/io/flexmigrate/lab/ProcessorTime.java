package io.flexmigrate.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Processor time of a process so far, as Linux counts it.
 *
 * @param own seconds of the process itself
 * @param children seconds of its children that have ended
 */
record ProcessorTime(double own, double children) {

    /** The unit of /proc for programs, whatever the kernel's own: proc(5), USER_HZ. */
    private static final double TICKS_PER_SECOND = 100;

    static ProcessorTime of(long pid) {
        String text = read("/proc/" + pid + "/stat");
        // because the name in parentheses may have spaces
        List<String> fields = List.of(text.substring(text.lastIndexOf(')') + 2).split(" "));
        // utime, stime, cutime and cstime are the fields 14 to 17 counted from 1, and the state is the third
        return new ProcessorTime(seconds(fields, 11) + seconds(fields, 12), seconds(fields, 13) + seconds(fields, 14));
    }

    /** The most memory a living process has had at once, in MB. */
    static long peakMemory(long pid) {
        return read("/proc/" + pid + "/status")
                .lines()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    ProcessorTime minus(ProcessorTime earlier) {
        return new ProcessorTime(own - earlier.own, children - earlier.children);
    }

    double total() {
        return own + children;
    }

    private static double seconds(List<String> fields, int index) {
        return Long.parseLong(fields.get(index)) / TICKS_PER_SECOND;
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
