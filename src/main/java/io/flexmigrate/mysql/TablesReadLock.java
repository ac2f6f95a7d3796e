package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Takes {@code LOCK TABLES ... READ} on every base table of some databases: nobody writes there, and others are not disturbed.
 *
 * <p>Views and temporary tables are not locked. Tables that foreign keys tie to these are locked too, wherever they are:
 * refman/8.0/en/lock-tables-and-triggers.html. A new table can be made while it holds, and written to.
 */
public record TablesReadLock(MySqlServer server, List<String> databases) {

    public TablesReadLock {
        databases = List.copyOf(databases);
    }

    /**
     * Tries once to take the lock.
     *
     * <p>The tables are listed right before it is asked for, and once more while it is held: {@link ReadLock#keep} waits for that, and
     * does not keep it where tables came or went in between.
     *
     * @param wait how long to wait for running transactions; who writes to the same tables stalls meanwhile; whole seconds, at
     *     least 1
     * @param silence after which the server gives the lock up when we fall silent; whole seconds, at least 2
     * @param limit how long to hold it at most
     * @param prelude what to do last before asking; what it throws is thrown
     * @return empty when running transactions did not end in time, or a table went meanwhile
     */
    public Optional<ReadLock> tryAcquire(Duration wait, Duration silence, Duration limit, ReadLock.Prelude prelude)
            throws InterruptedException {
        // because a session that is opened under the lock would make everybody wait for it, and the lock's own could
        // not let it go while it lists
        TableListing listing = TableListing.open(server, databases);
        boolean ours = false;
        try {
            ReadLock.Prelude last = () -> {
                prelude.play();
                listing.list();
            };
            Optional<ReadLock> lock = ReadLock.tryTaking(
                    server, last, session -> isLocked(session, listing.listed(), wait), wait, silence, limit);
            if (lock.isPresent()) {
                ours = true;
                lock.get().standsAsLongAs(listing);
            }
            return lock;
        } finally {
            if (!ours) {
                listing.close();
            }
        }
    }

    private static boolean isLocked(KeptSession session, List<TableName> tables, Duration wait) {
        if (!tables.isEmpty()) {
            // no lambda, which would be made when the lock is waited for already
            StringJoiner all = new StringJoiner(", ");
            for (TableName table : tables) {
                all.add(table.quoted() + " READ");
            }
            // because lock_wait_timeout counts anew for each table, and opening a thousand takes half a second to a
            // second
            Duration timeout = wait.plusSeconds(tables.size() / 500);
            session.execute(
                    Sql.of("locking " + tables.size() + " tables against writes", "LOCK TABLES " + all), timeout);
        }
        return true;
    }
}
