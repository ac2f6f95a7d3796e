package io.flexmigrate.mysql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The privileges that our account may grant to others on the whole server, and so anywhere, read from its
 * {@code SHOW GRANTS}; {@code GRANT OPTION} is one of them.
 */
public record GrantablePrivileges(Set<String> names) {

    private static final Pattern GRANTABLE = Pattern.compile(
            "^GRANT (.+?) ON \\*\\.\\* TO .* WITH GRANT OPTION$", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    public GrantablePrivileges {
        names = Set.copyOf(names);
    }

    /** Reads them from the server a session is of. */
    public static GrantablePrivileges read(Session session) {
        return of(session.query(Sql.of("reading what we may grant", "SHOW GRANTS")).stream()
                .map(Row::only)
                .toList());
    }

    /** Of these lines of {@code SHOW GRANTS}; 5.7 says {@code ALL PRIVILEGES} for all it has. */
    static GrantablePrivileges of(List<String> lines) {
        Set<String> names = new TreeSet<>();
        for (String line : lines) {
            Matcher matcher = GRANTABLE.matcher(line);
            if (matcher.matches()) {
                names.add(Permissions.GRANT_OPTION);
                Arrays.stream(matcher.group(1).split(",", -1))
                        .map(name -> name.strip().toUpperCase(Locale.ROOT))
                        .forEach(names::add);
            }
        }
        if (names.contains("ALL PRIVILEGES")) {
            names.addAll(PrivilegeColumns.names());
        }
        return new GrantablePrivileges(names);
    }

    /**
     * Whether it may be granted.
     *
     * @param privilege as {@code GRANT} writes it, with or without a column
     */
    public boolean has(String privilege) {
        int column = privilege.indexOf(" (");
        return names.contains(column < 0 ? privilege : privilege.substring(0, column));
    }
}
