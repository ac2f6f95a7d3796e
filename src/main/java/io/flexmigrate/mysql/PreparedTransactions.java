package io.flexmigrate.mysql;

/**
 * XA transactions that are prepared and neither committed nor rolled back.
 *
 * <p>A snapshot does not hold them, and a fence does not stop them: an {@code XA COMMIT} that waits for the global read lock
 * goes through when the lock goes, even under {@code super_read_only}. Measured on 5.7.22 and 8.0.15.
 */
public record PreparedTransactions(Session session) {

    /** How many there are; needs {@code XA_RECOVER_ADMIN} from 8.0 on. */
    public int count() {
        return session.query(Sql.of("looking for prepared XA transactions", "XA RECOVER"))
                .size();
    }
}
