package io.flexmigrate.lab;

import io.flexmigrate.mysql.MySqlServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the clients saw up to one moment.
 *
 * @param acknowledged ids of the transactions a server said were committed
 * @param unknown ids of those whose answer to COMMIT was lost; they may be there or not
 * @param failedStatements statements a server refused or never answered
 * @param failedLogins attempts to connect that failed
 * @param gaps the times of more than 20 ms without an acknowledged commit of any client, in their order
 */
public record TrafficReport(
        TrafficTables tables,
        Set<String> acknowledged,
        Set<String> unknown,
        long failedStatements,
        long failedLogins,
        List<Gap> gaps) {

    public TrafficReport {
        acknowledged = Set.copyOf(acknowledged);
        unknown = Set.copyOf(unknown);
        gaps = List.copyOf(gaps);
    }

    /** The longest time without an acknowledged commit of any client, between two of them. */
    public Duration longestGap() {
        return gaps.stream().max(Comparator.naturalOrder()).map(Gap::length).orElse(Duration.ZERO);
    }

    /** The longest gap of which any part lies between the two moments. */
    public Optional<Gap> longestGap(Instant from, Instant to) {
        return gaps.stream().filter(gap -> gap.touches(from, to)).max(Comparator.naturalOrder());
    }

    /** Transactions that were promised to a client and are not on this server: what "nothing lost" means to forbid. */
    public Set<String> missingOn(MySqlServer server) {
        Set<String> missing = new TreeSet<>(acknowledged);
        missing.removeAll(tables.transfers(server));
        return missing;
    }

    /** Transactions on this server that no client of this traffic made, or that it was told had failed. */
    public Set<String> strangersOn(MySqlServer server) {
        Set<String> strangers = new TreeSet<>(tables.transfers(server));
        strangers.removeAll(acknowledged);
        strangers.removeAll(unknown);
        return strangers;
    }

    @Override
    public String toString() {
        return "%d transactions acknowledged, %d unknown, %d statements and %d logins failed, longest gap %d ms"
                .formatted(
                        acknowledged.size(),
                        unknown.size(),
                        failedStatements,
                        failedLogins,
                        longestGap().toMillis());
    }
}
