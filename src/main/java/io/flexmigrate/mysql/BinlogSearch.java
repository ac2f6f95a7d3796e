package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Identifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks through a server's binlog for what concerns some databases; rather finds too much than too little. */
record BinlogSearch(Session session, List<String> databases, Set<Long> others) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MOST = 3;

    /** ER_ERROR_WHEN_EXECUTING_COMMAND. */
    private static final int UNREADABLE = 1220;

    private static final int LOOKS = 20;
    private static final int PAGE = 5_000;
    private static final Set<String> ENDS = Set.of("BEGIN", "COMMIT", "ROLLBACK", "FLUSH PRIVILEGES");
    private static final Pattern MARK =
            Pattern.compile("^(SAVEPOINT|ROLLBACK TO|XA (START|END|PREPARE|COMMIT|ROLLBACK)) ");

    BinlogSearch {
        databases = List.copyOf(databases);
        others = Set.copyOf(others);
    }

    /** A few of the events that were found; empty when there is none. */
    List<String> from(BinlogCoordinates start) {
        List<String> found = new ArrayList<>();
        List<String> files = new BinlogEvents(session).files();
        if (!files.contains(start.file())) {
            // because what a purged file held can no longer be told
            found.add(start.file() + " is no longer there");
        }
        for (String file : files) {
            BinlogCoordinates beginning = new BinlogCoordinates(file, 4);
            if (file.equals(start.file())) {
                search(start, found);
            } else if (beginning.fileNumber() > start.fileNumber()) {
                search(beginning, found);
            }
        }
        return found;
    }

    /** The same where it is known how far the server is: it is asked for its files only where there may be more than one. */
    List<String> between(BinlogCoordinates start, BinlogCoordinates now) {
        if (!start.file().equals(now.file())) {
            return from(start);
        }
        List<String> found = new ArrayList<>();
        search(start, found);
        return found;
    }

    private void search(BinlogCoordinates start, List<String> found) {
        // at once, though they are seldom used: what is made for the first time must not be made inside the pause
        List<Pattern> words = databases.stream().map(BinlogSearch::word).toList();
        long position = start.position();
        List<Row> page = page(start.file(), position);
        while (!page.isEmpty() && found.size() < MOST) {
            long next = search(page, start.file(), words, found);
            if (page.size() < PAGE) {
                return;
            }
            if (next <= position) {
                found.add(start.file() + " could not be read on from " + position);
                return;
            }
            position = next;
            page = page(start.file(), position);
        }
    }

    /** Gives where the events of a page end. */
    private long search(List<Row> page, String file, List<Pattern> words, List<String> found) {
        long end = 0;
        for (Row event : page) {
            end = Math.max(end, event.number("End_log_pos"));
            if (found.size() < MOST
                    && !others.contains(event.number("Server_id"))
                    && concerns(event.text("Event_type"), event.text("Info"), words)) {
                found.add(file + ":" + event.text("Pos") + " " + event.text("Event_type"));
            }
        }
        return end;
    }

    /** Asks again for an end of the file that could not be read: the last event may just be being written (seen on 9.7.4). */
    private List<Row> page(String file, long position) {
        String place = "'" + file.replace("'", "''") + "' FROM " + position + " LIMIT " + PAGE;
        Sql sql = Sql.of("searching the binlog", "SHOW BINLOG EVENTS IN " + place);
        for (int look = 1; ; look++) {
            try {
                return session.await(sql, PATIENCE);
            } catch (MySqlException unreadable) {
                if (unreadable.errorNumber() != UNREADABLE || look == LOOKS) {
                    throw unreadable;
                }
                session.await(Sql.of("waiting for the end of an event", "DO SLEEP(0.002)"), PATIENCE);
            }
        }
    }

    private boolean concerns(String type, String info, List<Pattern> words) {
        if (type.equals("Table_map")) {
            return isOfOurs(info);
        }
        return type.equals("Query") && isChange(info) && names(info, words);
    }

    private boolean isOfOurs(String mapping) {
        for (String database : databases) {
            if (mapping.contains("(" + database + ".")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isChange(String statement) {
        return !ENDS.contains(statement) && !MARK.matcher(statement).find();
    }

    /** Whether a statement ran in a database, or has its name somewhere as a word. */
    private boolean names(String statement, List<Pattern> words) {
        // no lambdas in all of this, which would be made inside the pause
        for (String database : databases) {
            if (statement.contains(Identifier.quoted(database))) {
                return true;
            }
        }
        for (Pattern word : words) {
            if (word.matcher(statement).find()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern word(String database) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(database) + "(?![\\p{L}\\p{N}_$])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
