package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.util.List;
import java.util.Set;

/**
 * An account of a server, or a role, with all that is granted to it by name.
 *
 * @param roles the roles granted to it; those that are mandatory stand in {@link Accounts}
 * @param proxied the accounts it may act for
 */
public record Account(
        AccountName name, Login login, Grants grants, List<AccountName> roles, List<AccountName> proxied) {

    private static final Set<String> PASSWORD_PLUGINS =
            Set.of("mysql_native_password", "caching_sha2_password", "sha256_password");

    public Account {
        roles = List.copyOf(roles);
        proxied = List.copyOf(proxied);
    }

    /**
     * How it logs in.
     *
     * @param plugin its authentication plugin, such as {@code caching_sha2_password}
     * @param tls what it is asked for beside that
     * @param hasSecret whether the server keeps a password, or what else the plugin compares with
     * @param locked whether it is kept from logging in
     * @param expired whether its password must be changed first
     */
    public record Login(String plugin, Tls tls, boolean hasSecret, boolean locked, boolean expired) {

        /** Whether everybody who knows its name may come in. */
        public boolean isOpen() {
            return !hasSecret && PASSWORD_PLUGINS.contains(plugin);
        }

        /** How {@code CREATE ROLE} makes a role: refman/8.0/en/create-role.html. */
        boolean isOfARole() {
            return locked && expired && !hasSecret;
        }
    }

    /** What an account is asked for beside its password: {@code ssl_type} of {@code mysql.user}. */
    public enum Tls {
        NONE,
        ENCRYPTED,
        CERTIFICATE,
        CERTIFICATE_OF_SOMEBODY;

        static Tls of(String type) {
            return switch (type) {
                case "ANY" -> ENCRYPTED;
                case "X509" -> CERTIFICATE;
                case "SPECIFIED" -> CERTIFICATE_OF_SOMEBODY;
                default -> NONE;
            };
        }

        /** Whether the client must show a certificate of its own. */
        public boolean wantsCertificate() {
            return this == CERTIFICATE || this == CERTIFICATE_OF_SOMEBODY;
        }
    }
}
