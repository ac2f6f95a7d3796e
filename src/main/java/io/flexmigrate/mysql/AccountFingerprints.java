package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.ServerVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The fingerprints of a server's accounts: how they log in and what is granted to them.
 *
 * <p>Of a password only the time of its last change is looked at, so that a fingerprint tells nothing of it.
 */
public final class AccountFingerprints {

    private AccountFingerprints() {}

    /**
     * Reads them; needs SELECT on the schema {@code mysql}.
     *
     * @throws MySqlException when the server refuses or is gone
     */
    public static Fingerprints read(Session session, ServerVersion version) {
        Map<AccountName, String> changed = passwordChanges(session);
        Map<String, String> texts = new TreeMap<>();
        for (Account account : Accounts.read(session, version).all()) {
            texts.put(account.name().toString(), text(account) + " " + changed.getOrDefault(account.name(), ""));
        }
        return Fingerprints.of(texts);
    }

    /** Everything in a fixed order. */
    private static String text(Account account) {
        Grants grants = account.grants();
        return account.login()
                + " " + new TreeSet<>(grants.global())
                + new TreeSet<>(grants.dynamic())
                + sorted(grants.databases())
                + sorted(grants.revoked())
                + sorted(grants.tables())
                + new TreeSet<>(
                        account.roles().stream().map(AccountName::toString).toList())
                + new TreeSet<>(
                        account.proxied().stream().map(AccountName::toString).toList());
    }

    private static <K> Map<String, Set<String>> sorted(Map<K, Set<String>> grants) {
        Map<String, Set<String>> sorted = new TreeMap<>();
        grants.forEach((subject, privileges) -> sorted.put(String.valueOf(subject), new TreeSet<>(privileges)));
        return sorted;
    }

    private static Map<AccountName, String> passwordChanges(Session session) {
        Sql sql = Sql.of("reading when passwords changed", """
                SELECT User AS user, Host AS host, CAST(password_last_changed AS CHAR) AS changed FROM mysql.user""");
        Map<AccountName, String> changes = new HashMap<>();
        session.query(sql)
                .forEach(row -> changes.put(
                        new AccountName(row.text("user"), row.text("host")),
                        row.find("changed").orElse("")));
        return changes;
    }
}
