package io.flexmigrate.stage;

import io.flexmigrate.mysql.EncryptionTrouble;

/** What a person can do when one of our own connections is not encrypted the way the plan wants it. */
public final class EncryptionRemedy {

    private EncryptionRemedy() {}

    /**
     * A few sentences.
     *
     * @param role which server: {@code source} or {@code target}, as in the plan
     */
    public static String of(String role, EncryptionTrouble trouble) {
        return words(trouble).replace("<server>", role).strip();
    }

    private static String words(EncryptionTrouble trouble) {
        return switch (trouble) {
            case UNUSABLE_FILE -> """
                    Let <server>.tls.ca name a PEM file with the certificates of the authorities that sign the <server>'s own.
                    """;
            case EXPIRED -> """
                    Give the <server> a new certificate, and see that this machine's clock is right; when the date is that of the \
                    authority, let <server>.tls.ca name its new certificate. The modes required and preferred look at the date too.
                    """;
            case OTHER_HOST -> """
                    Let <server>.host be a name that stands in the certificate, or set <server>.tls.mode to verify-ca, which trusts \
                    every server whose certificate the authority signed.
                    """;
            case STRANGER -> """
                    Let <server>.tls.ca name the PEM file with the certificate of the authority that signed the <server>'s own. Where \
                    you did not expect another one, find out who answers there before you go on.
                    """;
            case NO_HANDSHAKE -> """
                    See which versions of TLS the <server> speaks (SHOW VARIABLES LIKE 'tls_version'): 1.2 or newer is needed.
                    """;
            case NOT_OFFERED -> """
                    Switch TLS on on the <server> (ssl_cert, ssl_key, tls_version with TLSv1.2); or, where the network can be \
                    trusted, set <server>.tls.mode to disabled.
                    """;
            case PASSWORD_IN_CLEAR -> """
                    Set <server>.tls.mode to required or stricter; or, where the network can be trusted, give the account \
                    mysql_native_password.
                    """;
        };
    }
}
