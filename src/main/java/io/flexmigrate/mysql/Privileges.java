package io.flexmigrate.mysql;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an account may do on the whole server, read from its {@code SHOW GRANTS}; names in upper case. */
public record Privileges(Set<String> global) {

    private static final Pattern GLOBAL =
            Pattern.compile("^GRANT (.+?) ON \\*\\.\\* TO .*$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern REPLICATES = Pattern.compile("REPLICATION SLAVE|ALL PRIVILEGES");

    /** Not a name that any server knows. */
    private static final String GRANTS_REPLICATION = "REPLICATION SLAVE WITH GRANT OPTION";

    public Privileges {
        global = Set.copyOf(global);
    }

    static Privileges read(Session session) {
        Set<String> names = new TreeSet<>();
        for (Row row : session.query(Sql.of("reading our privileges", "SHOW GRANTS"))) {
            Matcher matcher = GLOBAL.matcher(row.only());
            if (matcher.matches()) {
                String line = row.only().toUpperCase(Locale.ROOT);
                if (line.endsWith(" WITH GRANT OPTION")
                        && REPLICATES.matcher(line).find()) {
                    names.add(GRANTS_REPLICATION);
                }
                for (String name : matcher.group(1).split(",", -1)) {
                    names.add(name.strip().toUpperCase(Locale.ROOT));
                }
            }
        }
        return new Privileges(names);
    }

    /** Whether the account has this privilege on everything, by name or by {@code ALL PRIVILEGES}. */
    public boolean has(String privilege) {
        return global.contains(privilege) || global.contains("ALL PRIVILEGES");
    }

    /** Whether the account may grant {@code REPLICATION SLAVE} to others. */
    public boolean mayGrant() {
        return global.contains(GRANTS_REPLICATION);
    }

    public boolean hasAny(String... privileges) {
        return Set.of(privileges).stream().anyMatch(this::has);
    }
}
