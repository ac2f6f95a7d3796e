package io.flexmigrate.mysql;

import io.flexmigrate.model.Secret;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * On which terms an account logs in: everything of {@code CREATE USER} but the lock.
 *
 * @param attribute JSON that belongs to the account, a comment among it; since 8.0.21
 */
public record AccountTerms(
        Proof proof, Encryption encryption, Limits limits, PasswordRules rules, Optional<String> attribute) {

    /**
     * What a client proves itself by.
     *
     * @param plugin such as {@code caching_sha2_password}
     * @param hash what the server keeps to compare with; empty for an empty password
     */
    public record Proof(String plugin, Secret hash) {
        boolean isEmpty() {
            return hash.value().isEmpty();
        }
    }

    /**
     * What its connections must be like.
     *
     * @param type {@code ssl_type} of {@code mysql.user}: empty, ANY, X509 or SPECIFIED
     */
    public record Encryption(String type, String cipher, String issuer, String subject) {}

    /** How much it may do in an hour, and at once; 0: as the server has it. */
    public record Limits(long queries, long updates, long connections, long userConnections) {}

    /**
     * How old a password may become and what a new one must be; what is empty is as the server has it.
     *
     * @param expired whether it must be changed before anything else
     * @param lifetime in days; 0: for ever
     * @param history how many former passwords are refused
     * @param reuseDays for how many days a former one is refused
     * @param requireCurrent whether a change asks for the password
     * @param failedLogins after how many the account is locked; 0: never
     * @param lockDays for how many days then; -1: until somebody unlocks it
     */
    public record PasswordRules(
            boolean expired,
            OptionalInt lifetime,
            OptionalInt history,
            OptionalInt reuseDays,
            Optional<Boolean> requireCurrent,
            int failedLogins,
            int lockDays) {}
}
