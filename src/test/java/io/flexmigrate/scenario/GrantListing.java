package io.flexmigrate.scenario;

import io.flexmigrate.lab.LabServer;
import io.flexmigrate.lab.LabVersion;
import io.flexmigrate.mysql.Sql;
import java.util.ArrayList;
import java.util.List;

/** What accounts may do, as the server's own views and tables list it, a line for each privilege. */
final class GrantListing {

    private static final List<String> EVERYWHERE = List.of("""
            SELECT CONCAT_WS('|', 'server', GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE) AS line
            FROM information_schema.USER_PRIVILEGES""", """
            SELECT CONCAT_WS('|', 'database', GRANTEE, TABLE_SCHEMA, PRIVILEGE_TYPE, IS_GRANTABLE) AS line
            FROM information_schema.SCHEMA_PRIVILEGES""", """
            SELECT CONCAT_WS('|', 'table', GRANTEE, TABLE_SCHEMA, TABLE_NAME, PRIVILEGE_TYPE, IS_GRANTABLE) AS line
            FROM information_schema.TABLE_PRIVILEGES""", """
            SELECT CONCAT_WS('|', 'column', GRANTEE, TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, PRIVILEGE_TYPE) AS line
            FROM information_schema.COLUMN_PRIVILEGES""", """
            SELECT CONCAT_WS('|', 'routine', User, Host, Db, Routine_name, Routine_type, Proc_priv) AS line
            FROM mysql.procs_priv""", """
            SELECT CONCAT_WS('|', 'terms', User, Host, plugin, HEX(authentication_string), ssl_type,
              CONVERT(x509_issuer USING utf8mb4), CONVERT(x509_subject USING utf8mb4), max_questions, max_updates,
              max_connections, max_user_connections, password_expired, password_lifetime, account_locked) AS line
            FROM mysql.user""");

    private static final List<String> WITH_ROLES = List.of("""
            SELECT CONCAT_WS('|', 'role', TO_USER, TO_HOST, FROM_USER, FROM_HOST, WITH_ADMIN_OPTION) AS line
            FROM mysql.role_edges""", """
            SELECT CONCAT_WS('|', 'default', USER, HOST, DEFAULT_ROLE_USER, DEFAULT_ROLE_HOST) AS line
            FROM mysql.default_roles""", """
            SELECT CONCAT_WS('|', 'password', User, Host, Password_reuse_history, Password_reuse_time,
              Password_require_current) AS line
            FROM mysql.user""");

    private GrantListing() {}

    /** In alphabetical order, for all accounts of the server, as far as this version knows what there is to list. */
    static List<String> of(LabServer server, LabVersion version) {
        List<String> questions = new ArrayList<>(EVERYWHERE);
        if (version == LabVersion.MYSQL_8_0) {
            questions.addAll(WITH_ROLES);
        }
        return server.root()
                .with(session -> questions.stream()
                        .flatMap(question -> session.query(Sql.of("listing grants", question)).stream())
                        .map(row -> row.text("line"))
                        .sorted()
                        .toList());
    }
}
