package io.flexmigrate.model;

/** An account: a user and the host it may come from. */
public record AccountName(String user, String host) {

    /** Reads {@code user@host}; without {@code @} the host is {@code %}, as in MySQL. */
    public static AccountName parse(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? new AccountName(text, "%") : new AccountName(text.substring(0, at), text.substring(at + 1));
    }

    /** The name as SQL writes it, between quotes that the name itself does not have. */
    public String quoted() {
        return quoted(user) + "@" + quoted(host);
    }

    /** Backticks do too, and have no escapes that depend on sql_mode: refman/8.0/en/account-names.html. */
    private static String quoted(String part) {
        boolean plain = part.indexOf('\'') < 0 && part.indexOf('\\') < 0;
        return plain ? "'" + part + "'" : Identifier.quoted(part);
    }

    @Override
    public String toString() {
        return user + "@" + host;
    }
}
