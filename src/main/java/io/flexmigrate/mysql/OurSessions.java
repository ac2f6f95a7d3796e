package io.flexmigrate.mysql;

import java.util.List;

/** The other sessions of our own account that work in some databases. */
public record OurSessions(Session session) {

    /**
     * Those that are at a statement or inside a transaction.
     *
     * @param databases where to look; a session that drops one need not be in it
     * @return their numbers
     */
    public List<Long> atWorkIn(List<String> databases) {
        Sql sql = Sql.of(
                "looking for sessions of ours that still work",
                "SELECT p.ID AS id FROM information_schema.PROCESSLIST p"
                        + " LEFT JOIN information_schema.INNODB_TRX t ON t.trx_mysql_thread_id = p.ID"
                        + " WHERE p.USER = SUBSTRING_INDEX(USER(), '@', 1) AND p.ID <> CONNECTION_ID()"
                        + " AND (p.COMMAND <> 'Sleep' OR t.trx_id IS NOT NULL)"
                        + " AND (p.INFO LIKE 'DROP DATABASE%' OR p.DB IN " + Places.in(databases) + ")",
                databases.toArray());
        return session.query(sql).stream().map(row -> row.number("id")).toList();
    }

    /** Ends sessions; one that is gone already is no error. */
    public void end(List<Long> sessions) {
        for (long id : sessions) {
            try {
                session.execute(Sql.of("ending session " + id + " of ours", "KILL " + id));
            } catch (MySqlException refused) {
                if (refused.errorNumber() != 1094) { // ER_NO_SUCH_THREAD
                    throw refused;
                }
            }
        }
    }
}
