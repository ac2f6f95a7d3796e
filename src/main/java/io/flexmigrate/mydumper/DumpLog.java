package io.flexmigrate.mydumper;

import io.flexmigrate.model.TableName;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what mydumper writes to its error output with {@code -v 3}. */
public final class DumpLog {

    private static final String BROKEN = "Broken table detected, please review: ";

    private static final String WITHOUT_LOCKS = "Executing in no-locks mode";

    private DumpLog() {}

    /** What one line means. */
    public static LogLine read(String line) {
        return MessageLine.DUMP.read(line);
    }

    /** Reads lines of a slice of these tables, which is asked for without locks and is told off for it. */
    public static Function<String, LogLine> readingOfSlice(Collection<TableName> tables) {
        Function<String, LogLine> reading = readingOf(tables);
        return text -> {
            LogLine line = reading.apply(text);
            return line.text().startsWith(WITHOUT_LOCKS) ? new LogLine(LogLine.Kind.WARNING, line.text()) : line;
        };
    }

    /**
     * Reads lines of a dump of these tables: a broken table that is none of them, such as a view of the server's own whose
     * definer lacks a privilege, is nothing to us.
     */
    public static Function<String, LogLine> readingOf(Collection<TableName> tables) {
        Set<String> ours = tables.stream().map(TableName::toString).collect(Collectors.toSet());
        return text -> {
            LogLine line = read(text);
            boolean foreign =
                    line.text().startsWith(BROKEN) && !ours.contains(line.text().substring(BROKEN.length()));
            return foreign ? new LogLine(LogLine.Kind.WARNING, line.text()) : line;
        };
    }
}
