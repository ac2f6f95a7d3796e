package io.flexmigrate.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** What the clients know about their transactions, kept apart from every server; for many threads. */
final class Ledger {

    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();
    private long failedStatements;
    private long failedLogins;
    private long lastCommit = System.nanoTime();
    private Duration longestGap = Duration.ZERO;
    private Instant longestGapBegan = Instant.now();

    /** The server said that the transaction is committed. */
    synchronized void acknowledge(String id) {
        acknowledged.add(id);
        long now = System.nanoTime();
        Duration gap = Duration.ofNanos(now - lastCommit);
        lastCommit = now;
        if (acknowledged.size() > 1 && gap.compareTo(longestGap) > 0) {
            longestGap = gap;
            longestGapBegan = Instant.now().minus(gap);
        }
    }

    /** The answer to COMMIT was lost, so the transaction may be there or not. */
    synchronized void doubt(String id) {
        unknown.add(id);
        failedStatements++;
    }

    synchronized void failStatement() {
        failedStatements++;
    }

    synchronized void failLogin() {
        failedLogins++;
    }

    synchronized TrafficReport report(TrafficTables tables) {
        return new TrafficReport(
                tables, acknowledged, unknown, failedStatements, failedLogins, longestGap, longestGapBegan);
    }
}
