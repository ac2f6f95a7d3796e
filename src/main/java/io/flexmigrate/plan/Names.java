package io.flexmigrate.plan;

import io.flexmigrate.model.AccountName;
import java.util.List;
import java.util.Locale;

/** The kinds of name that stand in a plan. */
final class Names {

    private static final List<String> SYSTEM = List.of("mysql", "sys", "information_schema", "performance_schema");

    /** In characters: refman/8.0/en/identifier-length.html. */
    private static final int LONGEST_DATABASE = 64;

    private Names() {}

    /** A name that fits into a directory name and, behind {@code migrate:}, into the 64 characters of a user-level lock. */
    static Scalar<String> run() {
        // refman/8.0/en/locking-functions.html: "MySQL enforces a maximum length on lock names of 64 characters"
        return Scalar.matching("[A-Za-z0-9_-]{1,56}", "must be 1 to 56 letters, digits, _ or -");
    }

    /** A host; what has a meaning in a JDBC address is kept out. */
    static Scalar<String> host() {
        return Scalar.matching(
                "(?![^:]+:[0-9]+$)[^\\s/?#@,()&=;'\"\\\\]{1,255}",
                "must be a host name or an address, without port, white space or punctuation");
    }

    static Scalar<String> user() {
        return Scalar.text();
    }

    /** Any database but the system's own. */
    static Scalar<String> database() {
        Scalar<String> text = Scalar.text();
        return Scalar.of(
                "must be the name of a database (1 to 64 characters) that is not the system's own",
                "",
                name -> text.parse().apply(name).filter(Names::canMove),
                Shape.text()
                        .with("maxLength", LONGEST_DATABASE)
                        .with("not", Shape.words(SYSTEM).keywords()));
    }

    private static boolean canMove(String database) {
        return database.codePointCount(0, database.length()) <= LONGEST_DATABASE
                && !SYSTEM.contains(database.toLowerCase(Locale.ROOT));
    }

    /** A pattern of tables: a database, a point, a table, both with {@code *} for any text. */
    static Scalar<String> tables() {
        return Scalar.matching("[^.]{1,64}\\..{1,64}", "must be database.table, where * stands for any text");
    }

    /** An account as {@code user@host}. */
    static Scalar<AccountName> account() {
        // refman/8.0/en/user-names.html: at most 32 characters; refman/8.0/en/grant-tables.html: hosts have at most 255
        Scalar<String> text = accountText();
        return Scalar.of(
                text.expectation(),
                new AccountName("", ""),
                name -> text.parse().apply(name).map(AccountName::parse),
                text.shape());
    }

    /** An account as {@code user@host}, or a user wherever it comes from. */
    static Scalar<String> accountText() {
        return Scalar.matching("[^'\"`\\s]{1,32}(@[^@'\"`\\s]{1,255})?", "must be an account such as shop_app@%");
    }

    static Scalar<String> variable() {
        return Scalar.matching("[A-Za-z_][A-Za-z0-9_]*", "must be the name of an environment variable");
    }
}
