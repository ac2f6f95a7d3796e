package io.flexmigrate.mydumper;

/** Reads what mydumper writes to its error output with {@code -v 3}. */
public final class DumpLog {

    private DumpLog() {}

    /** What one line means. */
    public static LogLine read(String line) {
        return MessageLine.DUMP.read(line);
    }
}
