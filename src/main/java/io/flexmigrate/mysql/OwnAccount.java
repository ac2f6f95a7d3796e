package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.Secret;

/**
 * An account for replication that we make on the source, and what it is made with.
 *
 * <p>None of it is for the source's binlog: a target would apply an {@code ALTER USER} of an account that it does not have, and
 * stop with error 1396. A flexible server does not, because its filter {@code mysql.%} covers every statement about accounts;
 * both measured with 5.7.22 and 8.0.15 as sources of an 8.0.15. Where the source lets us not keep it out of the binlog, the
 * words {@code IF EXISTS} make it harmless, and {@code CREATE USER} stands before the coordinates that the target begins at.
 *
 * @param overTls whether it must log in over TLS; without it, it gets a plugin that needs none
 */
public record OwnAccount(Session session, Dialect dialect, AccountName name, boolean overTls) {

    /** Whether there is an account of this user name, whatever its host. */
    public boolean isTaken() {
        return session.first(Sql.of(
                        "looking for the account " + name, "SELECT host FROM mysql.user WHERE user = ?", name.user()))
                .isPresent();
    }

    /** Makes it, unless it is there, with no privilege but {@code REPLICATION SLAVE}. */
    public void create(Secret password) {
        stayOutOfTheBinlog();
        session.execute(Sql.of(
                "creating the replication account " + name,
                "CREATE USER IF NOT EXISTS " + name.quoted() + " IDENTIFIED WITH " + plugin() + " BY ? REQUIRE "
                        + (overTls ? "SSL" : "NONE") + " PASSWORD EXPIRE NEVER",
                password));
        session.execute(Sql.of(
                "letting the account " + name + " replicate", "GRANT REPLICATION SLAVE ON *.* TO " + name.quoted()));
    }

    /**
     * Gives it another password; connections that stand go on.
     *
     * @throws MySqlException with error 1396 when there is no such account and the source lets us say so
     */
    public void renew(Secret password) {
        boolean unlogged = stayOutOfTheBinlog();
        session.execute(Sql.of(
                "giving the replication account " + name + " a new password",
                "ALTER USER " + (unlogged ? "" : "IF EXISTS ") + name.quoted() + " IDENTIFIED WITH " + plugin()
                        + " BY ?",
                password));
    }

    /** Drops it, if it is there; a connection that stands goes on until it ends. */
    public void drop() {
        stayOutOfTheBinlog();
        session.execute(Sql.of("dropping the replication account " + name, "DROP USER IF EXISTS " + name.quoted()));
    }

    private String plugin() {
        return dialect.replicationPlugin(overTls);
    }

    private boolean stayOutOfTheBinlog() {
        try {
            session.execute(Sql.of("keeping what follows out of the binlog", "SET SESSION sql_log_bin = 0"));
            return true;
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused;
            }
            return false;
        }
    }
}
