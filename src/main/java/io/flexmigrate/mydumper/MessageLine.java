package io.flexmigrate.mydumper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a tool's log lines: {@code ** Message: 16:51:52.000: …} or {@code ** (mydumper:77): CRITICAL **: 16:51:52.000: …}.
 *
 * <p>A table shows as {@code Thread 1 dumping data for `shop`.`orders`} up to 0.16.3, as
 * {@code Thread 1: `shop`.`orders` [ 19% ] | Tables: 7/11} after; the loader leaves the backticks out from 0.15.3 on.
 *
 * <p>The snapshots stand, and the tool lets go of its own lock, when it writes {@code Transactions started, unlocking tables}
 * (up to 0.12.7, from 0.20.1 on), {@code Non-InnoDB dump complete, unlocking tables} (0.13.1 to 0.14.5),
 * {@code … releasing global locks} (0.15.1 on) or {@code UNLOCK TABLES: OK} (seen from 0.16.11 to 0.19.3): measured with all.
 */
enum MessageLine {
    DUMP(
            "^Thread \\d+:? (?:dumping data for )?(`.+?`\\.`.+?`)(?:$| +where .*| +WHERE .*| +into .*| \\[.*| *\\|.*)",
            ".*(?:unlocking tables|releasing global locks|Global locks released|UNLOCK TABLES).*"),
    LOAD("^Thread \\d+:? restoring (\\S.*?) part .*$", "(?!)");

    private static final Pattern MESSAGE = Pattern.compile(
            "^(?:\\*\\* )?(?:\\([^)]*\\): )?(?:\\S+-)?(Message|INFO|DEBUG|WARNING|CRITICAL|ERROR)(?: \\*\\*)?: (?:[\\d:.]+: )?(.*)$");

    /** Messages that the tools take for harmless, and which mean a dump without something. */
    private static final Pattern GRAVE = Pattern.compile(
            ".*(?:Shutting down gracefully|snapshots? will not ?be consistent|Broken table detected|option parsing failed|It was not possible to process file|Skiping table).*");

    private final Pattern table;
    private final Pattern snapshotStands;

    MessageLine(String table, String snapshotStands) {
        this.table = Pattern.compile(table);
        this.snapshotStands = Pattern.compile(snapshotStands);
    }

    LogLine read(String line) {
        Matcher message = MESSAGE.matcher(line);
        if (!message.matches()) {
            return new LogLine(GRAVE.matcher(line).matches() ? LogLine.Kind.ERROR : LogLine.Kind.OTHER, line);
        }
        String text = message.group(2);
        if (GRAVE.matcher(text).matches()) {
            return new LogLine(LogLine.Kind.ERROR, text);
        }
        return switch (message.group(1)) {
            case "CRITICAL", "ERROR" -> new LogLine(LogLine.Kind.ERROR, text);
            case "WARNING" -> new LogLine(LogLine.Kind.WARNING, text);
            default -> information(text);
        };
    }

    private LogLine information(String text) {
        Matcher work = table.matcher(text);
        if (work.matches()) {
            return new LogLine(LogLine.Kind.TABLE, work.group(1));
        }
        return new LogLine(
                snapshotStands.matcher(text).matches() ? LogLine.Kind.SNAPSHOT_STANDS : LogLine.Kind.OTHER, text);
    }
}
