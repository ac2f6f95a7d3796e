package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Statements that changed tables: how many the server has counted, and which ones its binlog holds. */
public record DefinitionChanges(Session session) {

    /** Of tables alone: what happens to views, routines, triggers and events shows in their definitions. */
    private static final String COUNTERS = """
            SHOW GLOBAL STATUS WHERE Variable_name IN ('Com_alter_db', 'Com_alter_table', 'Com_create_db',
            'Com_create_index', 'Com_create_table', 'Com_drop_db', 'Com_drop_index', 'Com_drop_table',
            'Com_rename_table', 'Com_truncate')""";

    private static final int PAGE = 2_000;
    private static final int MOST_NAMED = 3;

    /** Info of a Query event: {@code use `shop`; TRUNCATE TABLE orders /* xid=7 *}{@code /}. */
    private static final Pattern DEFAULT_DATABASE = Pattern.compile("^use `((?:[^`]|``)*)`; ");

    private static final Pattern COMMENT = Pattern.compile("/\\*(?!!).*?\\*/|(?m:^(?:--\\s|#).*$)", Pattern.DOTALL);

    /** What the server executes all the same: {@code /*!40000 ALTER … *}{@code /}. */
    private static final Pattern EXECUTED_COMMENT = Pattern.compile("/\\*!\\d*|\\*/");

    /** Statements that leave tables as they are, but for their rows; whatever else there is counts as a change. */
    private static final Pattern HARMLESS = Pattern.compile(
            "\\s*(?:(?:BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|XA|INSERT|REPLACE|UPDATE|DELETE|WITH|LOAD|CALL|SET|GRANT|REVOKE"
                    + "|FLUSH|ANALYZE|CHECK)\\b|(?:CREATE|ALTER|DROP|RENAME)\\s+(?:OR\\s+REPLACE\\s+)?"
                    + "(?:ALGORITHM\\s*=\\s*\\w+\\s+)?(?:DEFINER\\s*=\\s*.*?\\s+)?(?:SQL\\s+SECURITY\\s+\\w+\\s+)?"
                    + "(?:AGGREGATE\\s+)?(?:VIEW|TRIGGER|PROCEDURE|FUNCTION|EVENT|USER|ROLE|SERVER|TEMPORARY)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** How many such statements ran since the server started, by kind; temporary tables are counted too. */
    public Map<String, Long> counted() {
        Map<String, Long> counters = new TreeMap<>();
        for (Row row : session.query(Sql.of("counting schema changes", COUNTERS))) {
            counters.put(row.text("Variable_name"), row.number("Value"));
        }
        return counters;
    }

    /**
     * The statements from these coordinates to where the binlog ends now that changed tables of these databases.
     *
     * @return the first few, shortened; a statement of which it cannot be told whose tables it changed is among them
     */
    public List<String> since(BinlogCoordinates start, Dialect dialect, Collection<String> databases) {
        BinlogCoordinates end = new Binlog(session, dialect).coordinates().orElse(start);
        List<String> found = new ArrayList<>();
        List<Row> files = session.query(Sql.of("listing the binlog files", "SHOW BINARY LOGS"));
        if (files.stream().noneMatch(file -> file.text("Log_name").equals(start.file()))) {
            found.add("the binlog file " + start.file() + ", which would say more, is no longer there");
        }
        for (Row file : files) {
            BinlogCoordinates first = new BinlogCoordinates(file.text("Log_name"), 4);
            boolean isStart = first.file().equals(start.file());
            if (isStart || (first.fileNumber() > start.fileNumber() && first.fileNumber() <= end.fileNumber())) {
                read(first.file(), isStart ? start.position() : 4, databases, found);
            }
        }
        return found;
    }

    private void read(String file, long from, Collection<String> databases, List<String> found) {
        long position = from;
        List<Row> page = page(file, position);
        while (!page.isEmpty() && found.size() < MOST_NAMED) {
            for (Row event : page) {
                if (event.text("Event_type").equals("Query") && isChange(event.text("Info"), databases)) {
                    found.add(shown(event.text("Info")));
                }
                position = event.number("End_log_pos");
            }
            page = page.size() < PAGE ? List.of() : page(file, position);
        }
    }

    private List<Row> page(String file, long position) {
        return session.query(Sql.of(
                "looking for schema changes in the binlog",
                "SHOW BINLOG EVENTS IN '" + file + "' FROM " + position + " LIMIT " + PAGE));
    }

    /** Whether the text of a Query event changes tables that may be of these databases. */
    static boolean isChange(String info, Collection<String> databases) {
        Matcher use = DEFAULT_DATABASE.matcher(info);
        String database = use.find() ? use.group(1).replace("``", "`") : "";
        String written = COMMENT.matcher(use.reset().find() ? info.substring(use.end()) : info)
                .replaceAll(" ");
        String statement = EXECUTED_COMMENT.matcher(written).replaceAll(" ");
        if (HARMLESS.matcher(statement).matches()) {
            return false;
        }
        String text = statement.toLowerCase(Locale.ROOT);
        return databases.contains(database)
                || databases.stream().anyMatch(name -> text.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static String shown(String info) {
        String line = info.lines().findFirst().orElse("").strip();
        return line.length() > 100 ? line.substring(0, 100) + "…" : line;
    }
}
