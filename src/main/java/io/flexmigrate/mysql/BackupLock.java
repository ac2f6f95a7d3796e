package io.flexmigrate.mysql;

import java.time.Duration;
import java.util.Optional;

/**
 * {@code LOCK INSTANCE FOR BACKUP} held on a session of its own that cannot outlive us: CREATE, ALTER, DROP, RENAME and TRUNCATE
 * wait, rows can be changed (refman/8.0/en/lock-instance-for-backup.html).
 */
public final class BackupLock implements AutoCloseable {

    /** ER_LOCK_WAIT_TIMEOUT. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final KeptSession session;

    private BackupLock(KeptSession session) {
        this.session = session;
    }

    /** Whether the server has such a lock (from 8.0.11 on) and lets this account take it. */
    public static boolean isOffered(Session session, Dialect dialect) {
        return dialect.version().isAtLeast(8, 0, 11) && Privileges.read(session).has("BACKUP_ADMIN");
    }

    /**
     * Tries once to take the lock.
     *
     * @param wait how long to wait for a statement that changes a definition now; whole seconds, at least 1
     * @param silence after which the server gives the lock up when we fall silent; whole seconds, at least 2
     * @return empty when such a statement did not end in time
     */
    public static Optional<BackupLock> tryAcquire(MySqlServer server, Duration wait, Duration silence) {
        KeptSession session = KeptSession.open(server, "backup lock", silence);
        try {
            session.execute(Sql.of(
                    "bounding the wait for the backup lock", "SET SESSION lock_wait_timeout = " + wait.toSeconds()));
            session.execute(Sql.of("holding back schema changes", "LOCK INSTANCE FOR BACKUP"));
            return Optional.of(new BackupLock(session));
        } catch (MySqlException refused) {
            session.close();
            if (refused.errorNumber() == LOCK_WAIT_TIMEOUT) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Whether it stands, as far as we can tell. */
    public boolean isHeld() {
        return session.isAlive();
    }

    @Override
    public void close() {
        session.close();
    }
}
