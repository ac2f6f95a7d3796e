package io.flexmigrate.mysql;

/** Whether a connection is encrypted. */
public final class Encryption {

    private Encryption() {}

    /** Asks the server: refman/8.0/en/server-status-variables.html#statvar_Ssl_cipher, which is empty without TLS. */
    public static boolean isOn(Session session) {
        return session.first(
                        Sql.of("reading whether the connection is encrypted", "SHOW SESSION STATUS LIKE 'Ssl_cipher'"))
                .filter(row -> !row.text("Value").isEmpty())
                .isPresent();
    }
}
