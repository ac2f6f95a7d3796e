package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The events of a server's binlog as it shows them itself, for people to read. */
public record BinlogEvents(Session session) {

    private static final int MOST = 20;
    private static final int LONGEST = 120;

    private static final Pattern GTID = Pattern.compile("^\\d+ Gtid SET @@SESSION.GTID_NEXT= '([^']+)'");

    private static final Set<String> ENDS = Set.of("Xid", "Rotate", "Stop");

    /** The binlog files the server has, oldest first. */
    public List<String> files() {
        return session.query(Sql.of("listing the binlog files", "SHOW BINARY LOGS")).stream()
                .map(row -> row.text("Log_name"))
                .toList();
    }

    /**
     * The events of the transaction that begins at these coordinates, the first few of it.
     *
     * @return such as {@code 1234 Table_map table_id: 91 (bank.ledger)}
     */
    public List<String> from(BinlogCoordinates start) {
        Sql sql = Sql.of(
                "reading the binlog",
                "SHOW BINLOG EVENTS IN '" + start.file().replace("'", "''") + "' FROM " + start.position() + " LIMIT "
                        + MOST);
        List<String> events = new ArrayList<>();
        for (Row row : session.query(sql)) {
            events.add(shown(row));
            boolean isEnd = ENDS.contains(row.text("Event_type"))
                    || row.text("Info").equals("COMMIT")
                    || (row.text("Event_type").equals("Query")
                            && !row.text("Info").equals("BEGIN"));
            if (isEnd) {
                break;
            }
        }
        return events;
    }

    /** The GTID of the transaction that begins at these coordinates; empty when it has none. */
    public String transaction(BinlogCoordinates start) {
        return from(start).stream()
                .map(GTID::matcher)
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
    }

    private static String shown(Row row) {
        String info = row.text("Info").lines().findFirst().orElse("").strip();
        String cut = info.length() > LONGEST ? info.substring(0, LONGEST) + "…" : info;
        return (row.text("Pos") + " " + row.text("Event_type") + " " + cut).strip();
    }

    /** The value of a global variable; empty when there is none of this name. */
    public String variable(String name) {
        return session.first(Sql.of("reading " + name, "SHOW GLOBAL VARIABLES LIKE ?", name))
                .map(row -> row.text("Value"))
                .orElse("");
    }
}
