package io.flexmigrate.lab;

import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Looks without a pause whether the target has the last row of a backlog, and notes when. */
final class ZeroLag implements AutoCloseable {

    private static final long NANOS = 1_000_000;

    private final CompletableFuture<Long> at;

    private ZeroLag(CompletableFuture<Long> at) {
        this.at = at;
    }

    /** @param rows that the source has, and the target will have */
    static ZeroLag watch(LinkedPair pair, long rows) {
        return new ZeroLag(CompletableFuture.supplyAsync(() -> {
            try (Session session = pair.target().root().open()) {
                Sql sql = Sql.of("looking", "SELECT COALESCE(MAX(id), 0) AS n FROM backlog.entries");
                while (session.query(sql).get(0).number("n") < rows) {
                    LockSupport.parkNanos(NANOS);
                }
                return System.nanoTime();
            }
        }));
    }

    /** When the target had it, by {@link System#nanoTime}. */
    long at() {
        return at.join();
    }

    @Override
    public void close() {
        at.cancel(true);
    }
}
