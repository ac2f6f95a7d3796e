package io.flexmigrate.model;

/** An account: a user and the host it may come from. */
public record AccountName(String user, String host) {

    /** Reads {@code user@host}; without {@code @} the host is {@code %}, as in MySQL. */
    public static AccountName parse(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? new AccountName(text, "%") : new AccountName(text.substring(0, at), text.substring(at + 1));
    }

    /** The name as SQL writes it, each part between backticks: refman/8.0/en/account-names.html. */
    public String quoted() {
        return Identifier.quoted(user) + "@" + Identifier.quoted(host);
    }

    @Override
    public String toString() {
        return user + "@" + host;
    }
}
