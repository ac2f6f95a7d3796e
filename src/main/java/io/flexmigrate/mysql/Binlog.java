package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.GtidSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A server's binary log, read over one session. */
public record Binlog(Session session, Dialect dialect) {

    private static final Set<String> STRUCTURE =
            Set.of("Format_desc", "Previous_gtids", "Rotate", "Stop", "Start_v3", "Ignorable", "Heartbeat");

    private static final int PAGE = 5_000;

    /** Where the next event will be written; empty when the server writes no binlog. */
    public Optional<BinlogCoordinates> coordinates() {
        return coordinates(session.query(question()));
    }

    /** What {@link #coordinates()} asks, to be asked along with other things. */
    public Sql question() {
        return dialect.binlogStatus();
    }

    /** The answer to {@link #question}. */
    public static Optional<BinlogCoordinates> coordinates(List<Row> answer) {
        return answer.stream().findFirst().map(row -> new BinlogCoordinates(row.text("File"), row.number("Position")));
    }

    /** The transactions the server has executed; empty when GTIDs are off. */
    public GtidSet executedGtids() {
        return session.first(dialect.binlogStatus())
                .map(row -> new GtidSet(row.text("Executed_Gtid_Set")))
                .orElse(GtidSet.EMPTY);
    }

    /** Names of databases the server is told to write, or not to write, to its binlog; empty when it writes all. */
    public String filters() {
        return session.first(dialect.binlogStatus())
                .map(row -> (row.text("Binlog_Do_DB") + " " + row.text("Binlog_Ignore_DB")).strip())
                .orElse("");
    }

    /**
     * What the server wrote from these coordinates on, but for what a restart or a rotation writes; needs
     * {@code REPLICATION SLAVE}.
     *
     * @return a few events, as the server shows them, or that the file of the start is gone; empty when nothing was changed
     */
    public List<String> changesSince(BinlogCoordinates start) {
        return changesSince(start, Set.of());
    }

    /**
     * The same without what came by replication from these servers: an event keeps the id of the server that first wrote it.
     *
     * @param others server ids
     */
    public List<String> changesSince(BinlogCoordinates start, Set<Long> others) {
        List<String> changes = new ArrayList<>();
        List<Row> files = session.query(Sql.of("listing the binlog files", "SHOW BINARY LOGS"));
        if (files.stream().noneMatch(file -> file.text("Log_name").equals(start.file()))) {
            // because what a purged file held can no longer be told
            changes.add(start.file() + " is no longer there");
        }
        for (Row file : files) {
            String name = file.text("Log_name");
            boolean first = name.equals(start.file());
            if (first || new BinlogCoordinates(name, 4).fileNumber() > start.fileNumber()) {
                changes.addAll(changes(new BinlogCoordinates(name, first ? start.position() : 4), others));
            }
        }
        return changes;
    }

    /**
     * What the server wrote from these coordinates on that is about these databases.
     *
     * @param others server ids in whose name it may have been written
     * @return a few events, as the server shows them, or that the file of the start is gone; empty when nothing was changed
     */
    public List<String> changesSince(BinlogCoordinates start, List<String> databases, Set<Long> others) {
        return new BinlogSearch(session, databases, others).from(start);
    }

    /**
     * The same of a server that has just said where it is, and keeps the file it is in.
     *
     * @param now no earlier than the start
     */
    public List<String> changesBetween(
            BinlogCoordinates start, BinlogCoordinates now, List<String> databases, Set<Long> others) {
        return new BinlogSearch(session, databases, others).between(start, now);
    }

    /** Of one file, page by page while all is of others. */
    private List<String> changes(BinlogCoordinates start, Set<Long> others) {
        long from = start.position();
        while (true) {
            Sql sql = Sql.of(
                    "reading the binlog",
                    "SHOW BINLOG EVENTS IN '" + start.file() + "' FROM " + from + " LIMIT "
                            + (others.isEmpty() ? 100 : PAGE));
            List<Row> page = session.query(sql);
            List<String> changes = page.stream()
                    .filter(event -> !STRUCTURE.contains(event.text("Event_type")))
                    .filter(event -> !others.contains(event.number("Server_id")))
                    .limit(3)
                    .map(event -> start.file() + ":" + event.text("Pos") + " " + event.text("Event_type"))
                    .toList();
            if (!changes.isEmpty() || others.isEmpty() || page.size() < PAGE) {
                return changes;
            }
            from = page.get(page.size() - 1).number("End_log_pos");
        }
    }

    /** What the server wrote since it stood at these coordinates, in bytes; empty when that cannot be told any more. */
    public OptionalLong bytesSince(BinlogCoordinates start) {
        BinlogCoordinates now = coordinates().orElse(start);
        List<Row> files = session.query(Sql.of("listing the binlog files", "SHOW BINARY LOGS"));
        boolean known = files.stream().anyMatch(file -> file.text("Log_name").equals(start.file()));
        if (!known || !now.isAtOrAfter(start)) {
            return OptionalLong.empty();
        }
        long before = files.stream()
                .filter(file -> new BinlogCoordinates(file.text("Log_name"), 4).fileNumber() >= start.fileNumber()
                        && new BinlogCoordinates(file.text("Log_name"), 4).fileNumber() < now.fileNumber())
                .mapToLong(file -> file.number("File_size"))
                .sum();
        return OptionalLong.of(before + now.position() - start.position());
    }

    /**
     * Whether an event begins or the file ends at these coordinates, so that replication can begin there. 5.7 refuses a position
     * inside an event with error 1220; 8.0.15 shows the event that follows as if it began there, so it cannot always be told.
     */
    public boolean isEventBoundary(BinlogCoordinates coordinates) {
        Sql sql = Sql.of(
                "looking up the coordinates in the binlog",
                "SHOW BINLOG EVENTS IN '" + coordinates.file() + "' FROM " + coordinates.position() + " LIMIT 1");
        long size = sizeOf(coordinates.file());
        if (size <= coordinates.position()) {
            return size == coordinates.position();
        }
        try {
            // nothing, or an event that ends nowhere, is how 8.0 answers for some places inside an event
            return session.first(sql)
                    .filter(event -> event.number("Pos") == coordinates.position())
                    .map(event -> event.number("End_log_pos"))
                    .filter(end -> end > coordinates.position() && end <= size)
                    .isPresent();
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            return false;
        }
    }

    /** Size of a file in bytes; -1 when there is none. */
    private long sizeOf(String file) {
        return session.query(Sql.of("listing the binlog files", "SHOW BINARY LOGS")).stream()
                .filter(row -> row.text("Log_name").equals(file))
                .mapToLong(row -> row.number("File_size"))
                .findFirst()
                .orElse(-1);
    }

    /** Whether the server still has the file of these coordinates, and the file reaches that far. */
    public boolean has(BinlogCoordinates coordinates) {
        return sizeOf(coordinates.file()) >= coordinates.position();
    }
}
