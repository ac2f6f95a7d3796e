package io.flexmigrate.mydumper;

/** Reads what myloader writes to its error output with {@code -v 3}. */
public final class LoadLog {

    private LoadLog() {}

    /** What one line means. */
    public static LogLine read(String line) {
        return MessageLine.LOAD.read(line);
    }
}
