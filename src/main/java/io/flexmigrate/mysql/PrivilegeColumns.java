package io.flexmigrate.mysql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The columns of the grant tables and the privileges they stand for: refman/8.0/en/privileges-provided.html. */
final class PrivilegeColumns {

    private static final List<String> OF_DATABASES = List.of(
            "Select",
            "Insert",
            "Update",
            "Delete",
            "Create",
            "Drop",
            "Grant",
            "References",
            "Index",
            "Alter",
            "Create_tmp_table",
            "Lock_tables",
            "Create_view",
            "Show_view",
            "Create_routine",
            "Alter_routine",
            "Execute",
            "Event",
            "Trigger");
    private static final List<String> OF_THE_SERVER = List.of(
            "Reload",
            "Shutdown",
            "Process",
            "File",
            "Show_db",
            "Super",
            "Repl_slave",
            "Repl_client",
            "Create_user",
            "Create_tablespace");
    private static final List<String> OF_ROLES = List.of("Create_role", "Drop_role");

    /** Those whose privilege is not called as the column is. */
    private static final Map<String, String> NAMES = Map.of(
            "GRANT", "GRANT OPTION",
            "SHOW DB", "SHOW DATABASES",
            "CREATE TMP TABLE", "CREATE TEMPORARY TABLES",
            "REPL SLAVE", "REPLICATION SLAVE",
            "REPL CLIENT", "REPLICATION CLIENT");

    private PrivilegeColumns() {}

    static String ofDatabases() {
        return columns(OF_DATABASES);
    }

    /**
     * The columns of {@code mysql.user}.
     *
     * @param withRoles whether the server knows roles
     */
    static String ofTheServer(boolean withRoles) {
        String plain = columns(OF_DATABASES) + ", " + columns(OF_THE_SERVER);
        return withRoles ? plain + ", " + columns(OF_ROLES) : plain;
    }

    private static String columns(List<String> stems) {
        return stems.stream().map(stem -> stem + "_priv").collect(Collectors.joining(", "));
    }

    /** The privileges whose column says yes. */
    static Set<String> granted(Row row) {
        Set<String> granted = new TreeSet<>();
        for (List<String> stems : List.of(OF_DATABASES, OF_THE_SERVER, OF_ROLES)) {
            stems.stream()
                    .filter(stem -> row.text(stem + "_priv").equals("Y"))
                    .forEach(stem -> granted.add(name(stem)));
        }
        return granted;
    }

    /** The privileges of a SET column, such as {@code Select,Create View}. */
    static Set<String> listed(String set) {
        return Arrays.stream(set.split(",", -1))
                .filter(word -> !word.isEmpty())
                .map(PrivilegeColumns::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All privileges of a server without roles. */
    static Set<String> names() {
        return Stream.of(OF_DATABASES, OF_THE_SERVER)
                .flatMap(List::stream)
                .map(PrivilegeColumns::name)
                .collect(Collectors.toSet());
    }

    private static String name(String word) {
        String plain = word.replace('_', ' ').toUpperCase(Locale.ROOT);
        return NAMES.getOrDefault(plain, plain);
    }
}
