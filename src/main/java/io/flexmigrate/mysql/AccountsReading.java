package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Account.Login;
import io.flexmigrate.mysql.Account.Tls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Reads the grant tables, each with one statement, and puts together what belongs to one account. */
final class AccountsReading {

    private static final Login ANYBODY = new Login("", Tls.NONE, true, false, false);

    private final Session session;
    private final ServerVersion version;
    private final Map<AccountName, Login> logins = new HashMap<>();
    private final Map<AccountName, Collected> grants = new HashMap<>();

    /** What was read of one account so far. */
    private record Collected(
            Set<String> global,
            Set<String> dynamic,
            Map<String, Set<String>> databases,
            Map<String, Set<String>> revoked,
            Map<TableName, Set<String>> tables,
            List<AccountName> roles,
            List<AccountName> proxied) {

        Collected() {
            this(
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashMap<>(),
                    new HashMap<>(),
                    new HashMap<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }

        Account of(AccountName name, Login login) {
            return new Account(name, login, new Grants(global, dynamic, databases, revoked, tables), roles, proxied);
        }
    }

    AccountsReading(Session session, ServerVersion version) {
        this.session = session;
        this.version = version;
    }

    Accounts read() {
        users();
        databases();
        tables();
        columns();
        proxies();
        if (version.isAtLeast(8, 0, 4)) {
            dynamicPrivileges();
            roles();
        }
        if (version.isAtLeast(8, 0, 16)) {
            restrictions();
        }
        Map<AccountName, Account> accounts = new HashMap<>();
        // because older servers grant the databases test and test\\_% to users without a name, which means to
        // everybody,
        // whether or not such an account is there: refman/5.7/en/default-privileges.html
        grants.keySet().stream()
                .filter(name -> name.user().isEmpty())
                .forEach(name -> logins.putIfAbsent(name, ANYBODY));
        logins.forEach((name, login) -> accounts.put(name, collected(name).of(name, login)));
        return settings(accounts);
    }

    /** The password itself is not read. */
    private void users() {
        String columns = PrivilegeColumns.ofTheServer(version.isAtLeast(8, 0, 4));
        each("the accounts", """
                SELECT User AS user, Host AS host, plugin AS plugin, CAST(ssl_type AS CHAR) AS ssl_type,
                       COALESCE(authentication_string, '') <> '' AS has_secret, account_locked AS locked,
                       password_expired AS expired, %s FROM mysql.user""".formatted(columns), (name, row) -> {
            logins.put(name, login(row));
            collected(name).global().addAll(PrivilegeColumns.granted(row));
        });
    }

    private static Login login(Row row) {
        return new Login(
                row.text("plugin"),
                Tls.of(row.text("ssl_type")),
                row.number("has_secret") != 0,
                row.text("locked").equals("Y"),
                row.text("expired").equals("Y"));
    }

    private void databases() {
        each(
                "the grants on databases",
                "SELECT User AS user, Host AS host, Db AS db, " + PrivilegeColumns.ofDatabases() + " FROM mysql.db",
                (name, row) -> collected(name).databases().put(row.text("db"), PrivilegeColumns.granted(row)));
    }

    private void tables() {
        each(
                "the grants on tables",
                "SELECT User AS user, Host AS host, Db AS db, Table_name AS tbl, CAST(Table_priv AS CHAR) AS privileges"
                        + " FROM mysql.tables_priv WHERE Table_priv <> ''",
                (name, row) -> ofTable(name, row).addAll(privileges(row)));
    }

    private void columns() {
        each(
                "the grants on columns",
                "SELECT User AS user, Host AS host, Db AS db, Table_name AS tbl, Column_name AS col,"
                        + " CAST(Column_priv AS CHAR) AS privileges FROM mysql.columns_priv",
                (name, row) -> privileges(row)
                        .forEach(privilege ->
                                ofTable(name, row).add(privilege + " (" + Identifier.quoted(row.text("col")) + ")")));
    }

    private Set<String> ofTable(AccountName name, Row row) {
        TableName table = new TableName(row.text("db"), row.text("tbl"));
        return collected(name).tables().computeIfAbsent(table, unseen -> new HashSet<>());
    }

    private static Set<String> privileges(Row row) {
        return PrivilegeColumns.listed(row.text("privileges"));
    }

    private void proxies() {
        each(
                "the proxy grants",
                "SELECT User AS user, Host AS host, Proxied_user AS other_user, Proxied_host AS other_host"
                        + " FROM mysql.proxies_priv",
                (name, row) -> collected(name).proxied().add(other(row)));
    }

    private void dynamicPrivileges() {
        each(
                "the dynamic privileges",
                "SELECT USER AS user, HOST AS host, PRIV AS privileges FROM mysql.global_grants",
                (name, row) -> collected(name).dynamic().add(row.text("privileges")));
    }

    private void roles() {
        each(
                "the roles",
                "SELECT TO_USER AS user, TO_HOST AS host, FROM_USER AS other_user, FROM_HOST AS other_host"
                        + " FROM mysql.role_edges",
                (name, row) -> collected(name).roles().add(other(row)));
    }

    /** The form of the attribute: refman/8.0/en/grant-tables.html, "The User_attributes column". */
    private void restrictions() {
        each(
                "the partial revokes",
                """
                SELECT u.User AS user, u.Host AS host, r.db AS db, r.privilege AS privileges FROM mysql.user u,
                JSON_TABLE(u.User_attributes, '$.Restrictions[*]' COLUMNS (db VARCHAR(64) PATH '$.Database',
                NESTED PATH '$.Privileges[*]' COLUMNS (privilege VARCHAR(64) PATH '$'))) r""",
                (name, row) -> collected(name)
                        .revoked()
                        .computeIfAbsent(row.text("db"), database -> new HashSet<>())
                        .addAll(privileges(row)));
    }

    private static AccountName other(Row row) {
        return new AccountName(row.text("other_user"), row.text("other_host"));
    }

    private Accounts settings(Map<AccountName, Account> accounts) {
        Map<String, String> values = new HashMap<>();
        session.query(Sql.of("reading how grants are read", """
                        SHOW GLOBAL VARIABLES WHERE Variable_name IN
                        ('mandatory_roles', 'partial_revokes', 'lower_case_table_names')"""))
                .forEach(row -> values.put(row.text("Variable_name"), row.text("Value")));
        boolean literal = values.getOrDefault("partial_revokes", "OFF").equals("ON");
        boolean caseless = !values.getOrDefault("lower_case_table_names", "0").equals("0");
        return new Accounts(
                accounts,
                AccountList.parse(values.getOrDefault("mandatory_roles", "")),
                new DatabasePattern.Matching(!literal, caseless));
    }

    private Collected collected(AccountName name) {
        return grants.computeIfAbsent(name, unseen -> new Collected());
    }

    private void each(String what, String text, BiConsumer<AccountName, Row> use) {
        for (Row row : session.query(Sql.of("reading " + what, text))) {
            use.accept(new AccountName(row.text("user"), row.text("host")), row);
        }
    }
}
