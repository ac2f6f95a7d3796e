package io.flexmigrate.mysql;

import io.flexmigrate.model.Secret;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.AccountTerms.Encryption;
import io.flexmigrate.mysql.AccountTerms.Limits;
import io.flexmigrate.mysql.AccountTerms.PasswordRules;
import io.flexmigrate.mysql.AccountTerms.Proof;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the terms of an account out of its row of {@code mysql.user}: refman/8.0/en/grant-tables.html. */
final class AccountTermsReading {

    private static final String ALWAYS = """
            plugin AS plugin, HEX(COALESCE(authentication_string, '')) AS hash,
            account_locked AS locked, password_expired AS expired, password_lifetime AS lifetime,
            CAST(ssl_type AS CHAR) AS ssl_type, CONVERT(ssl_cipher USING utf8mb4) AS ssl_cipher,
            CONVERT(x509_issuer USING utf8mb4) AS issuer, CONVERT(x509_subject USING utf8mb4) AS subject,
            max_questions AS queries, max_updates AS updates, max_connections AS connections,
            max_user_connections AS user_connections""";

    private static final String REUSE = ", Password_reuse_history AS reuse_history, Password_reuse_time AS reuse_time";

    private static final String CURRENT = ", Password_require_current AS require_current";

    private static final String ATTRIBUTES = """
            , JSON_EXTRACT(User_attributes, '$.metadata') AS metadata,
            JSON_EXTRACT(User_attributes, '$.Password_locking.failed_login_attempts') AS failed_logins,
            JSON_EXTRACT(User_attributes, '$.Password_locking.password_lock_time_days') AS lock_days,
            JSON_CONTAINS_PATH(User_attributes, 'one', '$.additional_password') AS second_password,
            JSON_CONTAINS_PATH(User_attributes, 'one', '$.multi_factor_authentication') AS factors""";

    private AccountTermsReading() {}

    /** Since when there is which column: refman/8.0/en/create-user.html, 8.0.13 and 8.0.14 release notes. */
    static String columns(ServerVersion version) {
        return ALWAYS
                + (version.isAtLeast(8, 0, 4) ? REUSE : "")
                + (version.isAtLeast(8, 0, 13) ? CURRENT : "")
                + (version.isAtLeast(8, 0, 14) ? ATTRIBUTES : "");
    }

    static AccountTerms terms(Row row) {
        return new AccountTerms(
                new Proof(row.text("plugin"), new Secret(decoded(row.text("hash")))),
                new Encryption(row.text("ssl_type"), row.text("ssl_cipher"), row.text("issuer"), row.text("subject")),
                new Limits(
                        row.number("queries"),
                        row.number("updates"),
                        row.number("connections"),
                        row.number("user_connections")),
                rules(row),
                row.find("metadata"));
    }

    private static PasswordRules rules(Row row) {
        return new PasswordRules(
                row.text("expired").equals("Y"),
                number(row, "lifetime"),
                number(row, "reuse_history"),
                number(row, "reuse_time"),
                row.find("require_current").map("Y"::equals),
                number(row, "failed_logins").orElse(0),
                number(row, "lock_days").orElse(0));
    }

    static List<String> secondFactors(Row row) {
        List<String> factors = new ArrayList<>();
        if (row.number("second_password") != 0) {
            factors.add("a second password");
        }
        if (row.number("factors") != 0) {
            factors.add("more than one factor");
        }
        return factors;
    }

    private static OptionalInt number(Row row, String column) {
        Optional<String> text = row.find(column).filter(value -> !value.isEmpty());
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.get()));
    }

    /** Hashes are 7-bit, the binary salt of caching_sha2_password too: mysys/crypt_genhash_impl.cc, generate_user_salt. */
    private static String decoded(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
    }
}
