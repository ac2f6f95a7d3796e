package io.flexmigrate.mysql;

import io.flexmigrate.mysql.Clients.Client;
import java.util.List;

/**
 * Who holds tables in such a way that others cannot lock them for reading. MySQL 5.7 tells it only where the instrument
 * {@code wait/lock/metadata/sql/mdl} was switched on: refman/5.7/en/performance-schema-metadata-locks-table.html.
 */
public record TableBlockers(Session session) {

    /** Of tables in these databases, the oldest first; their age is that of the transaction, or else of the statement. */
    public List<Client> of(List<String> databases) {
        // because trx_started is in the server's own zone, whatever time_zone says
        session.query(Sql.of("reading ages", "SET SESSION time_zone = 'SYSTEM'"));
        Sql sql = Sql.of(
                "looking who holds tables", """
                SELECT DISTINCT p.ID AS id, p.USER AS user, p.HOST AS host, p.COMMAND AS command,
                       COALESCE(TIMESTAMPDIFF(SECOND, x.trx_started, NOW()), p.TIME) AS seconds,
                       COALESCE(p.INFO, '') AS info
                FROM performance_schema.metadata_locks l
                JOIN performance_schema.threads t ON t.THREAD_ID = l.OWNER_THREAD_ID
                JOIN information_schema.PROCESSLIST p ON p.ID = t.PROCESSLIST_ID
                LEFT JOIN information_schema.INNODB_TRX x ON x.trx_mysql_thread_id = p.ID
                WHERE l.OBJECT_TYPE = 'TABLE' AND l.LOCK_STATUS = 'GRANTED' AND p.ID <> CONNECTION_ID()
                  AND l.LOCK_TYPE NOT IN ('SHARED', 'SHARED_HIGH_PRIO', 'SHARED_READ', 'SHARED_READ_ONLY',
                                          'INTENTION_EXCLUSIVE')
                  AND l.OBJECT_SCHEMA IN\s""" + Places.in(databases) + " ORDER BY seconds DESC", databases.toArray());
        return session.query(sql).stream().map(Clients::client).toList();
    }
}
