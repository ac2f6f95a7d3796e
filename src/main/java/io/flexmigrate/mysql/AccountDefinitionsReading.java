package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.ServerVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** Reads the grant tables, each with one statement, whole: refman/8.0/en/grant-tables.html. */
final class AccountDefinitionsReading {

    private final Session session;
    private final ServerVersion version;
    private final Map<AccountName, Row> users = new HashMap<>();
    private final Map<AccountName, PermissionsBuilder> permissions = new HashMap<>();

    AccountDefinitionsReading(Session session, ServerVersion version) {
        this.session = session;
        this.version = version;
    }

    AccountDefinitions read() {
        users();
        databases();
        tables();
        columns();
        routines();
        proxies();
        if (version.isAtLeast(8, 0, 4)) {
            dynamic();
            roles();
            defaultRoles();
        }
        if (version.isAtLeast(8, 0, 16)) {
            restrictions();
        }
        SortedMap<AccountName, AccountDefinition> accounts = new TreeMap<>(AccountDefinition.BY_NAME);
        users.forEach((name, row) -> accounts.put(name, definition(name, row)));
        return settings(accounts);
    }

    private AccountDefinition definition(AccountName name, Row row) {
        PermissionsBuilder granted = of(name);
        return new AccountDefinition(
                name,
                row.text("locked").equals("Y"),
                AccountTermsReading.terms(row),
                granted.permissions(),
                granted.proxied(),
                AccountTermsReading.secondFactors(row));
    }

    private void users() {
        String columns = PrivilegeColumns.ofTheServer(version.isAtLeast(8, 0, 4));
        each(
                "the accounts",
                "SELECT User AS user, Host AS host, " + AccountTermsReading.columns(version) + ", " + columns
                        + " FROM mysql.user",
                (name, row) -> {
                    users.put(name, row);
                    of(name).add(GrantPlace.SERVER, PrivilegeColumns.granted(row));
                });
    }

    private void databases() {
        each(
                "the grants on databases",
                "SELECT User AS user, Host AS host, Db AS db, " + PrivilegeColumns.ofDatabases() + " FROM mysql.db",
                (name, row) -> of(name).add(GrantPlace.database(row.text("db")), PrivilegeColumns.granted(row)));
    }

    private void tables() {
        each(
                "the grants on tables",
                "SELECT User AS user, Host AS host, Db AS db, Table_name AS tbl, CAST(Table_priv AS CHAR) AS privileges"
                        + " FROM mysql.tables_priv WHERE Table_priv <> ''",
                (name, row) -> of(name).add(table(row), listed(row)));
    }

    private void columns() {
        each(
                "the grants on columns",
                "SELECT User AS user, Host AS host, Db AS db, Table_name AS tbl, Column_name AS col,"
                        + " CAST(Column_priv AS CHAR) AS privileges FROM mysql.columns_priv",
                (name, row) -> {
                    Set<String> privileges = new TreeSet<>();
                    listed(row)
                            .forEach(privilege ->
                                    privileges.add(privilege + " (" + Identifier.quoted(row.text("col")) + ")"));
                    of(name).add(table(row), privileges);
                });
    }

    private static GrantPlace table(Row row) {
        return GrantPlace.table(row.text("db"), row.text("tbl"));
    }

    private void routines() {
        each(
                "the grants on routines",
                "SELECT User AS user, Host AS host, Db AS db, Routine_name AS routine, Routine_type AS type,"
                        + " CAST(Proc_priv AS CHAR) AS privileges FROM mysql.procs_priv",
                (name, row) -> of(name).add(
                                GrantPlace.routine(row.text("type"), row.text("db"), row.text("routine")),
                                listed(row)));
    }

    private static Set<String> listed(Row row) {
        return PrivilegeColumns.listed(row.text("privileges"));
    }

    private void proxies() {
        each(
                "the proxy grants",
                "SELECT User AS user, Host AS host, Proxied_user AS other_user, Proxied_host AS other_host"
                        + " FROM mysql.proxies_priv",
                (name, row) -> of(name).proxied().add(other(row)));
    }

    private void dynamic() {
        each(
                "the dynamic privileges",
                "SELECT USER AS user, HOST AS host, PRIV AS privilege, WITH_GRANT_OPTION AS granting"
                        + " FROM mysql.global_grants",
                (name, row) -> of(name).dynamic().put(row.text("privilege"), isYes(row, "granting")));
    }

    private void roles() {
        each(
                "the roles",
                "SELECT TO_USER AS user, TO_HOST AS host, FROM_USER AS other_user, FROM_HOST AS other_host,"
                        + " WITH_ADMIN_OPTION AS granting FROM mysql.role_edges",
                (name, row) -> of(name).roles().put(other(row), isYes(row, "granting")));
    }

    private void defaultRoles() {
        each(
                "the default roles",
                "SELECT USER AS user, HOST AS host, DEFAULT_ROLE_USER AS other_user, DEFAULT_ROLE_HOST AS other_host"
                        + " FROM mysql.default_roles",
                (name, row) -> of(name).defaultRoles().add(other(row)));
    }

    /** The form of the attribute: refman/8.0/en/grant-tables.html, "The User_attributes column". */
    private void restrictions() {
        each(
                "the partial revokes",
                """
                SELECT u.User AS user, u.Host AS host, r.db AS db, r.privilege AS privileges FROM mysql.user u,
                JSON_TABLE(u.User_attributes, '$.Restrictions[*]' COLUMNS (db VARCHAR(64) PATH '$.Database',
                NESTED PATH '$.Privileges[*]' COLUMNS (privilege VARCHAR(64) PATH '$'))) r""",
                (name, row) -> of(name).revoked()
                        .computeIfAbsent(row.text("db"), database -> new TreeSet<>())
                        .addAll(listed(row)));
    }

    private AccountDefinitions settings(SortedMap<AccountName, AccountDefinition> accounts) {
        Map<String, String> values = new HashMap<>();
        session.query(Sql.of(
                        "reading how grants are read",
                        "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('mandatory_roles', 'partial_revokes')"))
                .forEach(row -> values.put(row.text("Variable_name"), row.text("Value")));
        List<AccountName> mandatory = AccountList.parse(values.getOrDefault("mandatory_roles", ""));
        return new AccountDefinitions(
                accounts,
                mandatory,
                values.getOrDefault("partial_revokes", "OFF").equals("ON"));
    }

    private static boolean isYes(Row row, String column) {
        return row.text(column).equals("Y");
    }

    private static AccountName other(Row row) {
        return new AccountName(row.text("other_user"), row.text("other_host"));
    }

    private PermissionsBuilder of(AccountName name) {
        return permissions.computeIfAbsent(name, unseen -> new PermissionsBuilder());
    }

    private void each(String what, String text, BiConsumer<AccountName, Row> use) {
        for (Row row : session.query(Sql.of("reading " + what, text))) {
            use.accept(new AccountName(row.text("user"), row.text("host")), row);
        }
    }
}
