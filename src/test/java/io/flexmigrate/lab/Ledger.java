package io.flexmigrate.lab;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the clients know about their transactions, kept apart from every server; for many threads. */
final class Ledger {

    /** Shorter ones are the rhythm of the clients. */
    private static final Duration SHORTEST_GAP = Duration.ofMillis(20);

    private final Set<String> acknowledged = new HashSet<>();
    private final Set<String> unknown = new HashSet<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long failedStatements;
    private long failedLogins;
    private long lastCommit = System.nanoTime();

    /** The server said that the transaction is committed. */
    synchronized void acknowledge(String id) {
        acknowledged.add(id);
        long now = System.nanoTime();
        Duration gap = Duration.ofNanos(now - lastCommit);
        lastCommit = now;
        if (acknowledged.size() > 1 && gap.compareTo(SHORTEST_GAP) > 0) {
            gaps.add(new Gap(Instant.now().minus(gap), gap));
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
        return new TrafficReport(tables, acknowledged, unknown, failedStatements, failedLogins, gaps);
    }
}
