package io.flexmigrate.lab;

import io.flexmigrate.mysql.ConnectionSettings;

/**
 * What clients do, and where.
 *
 * @param endpoint what the clients connect to, a server or a proxy before it
 * @param database holds the tables of {@link TrafficTables}
 * @param clients connections at the same time, at least 1
 * @param transactionsPerSecond of all clients together, at least 1
 */
public record TrafficSettings(ConnectionSettings endpoint, String database, int clients, int transactionsPerSecond) {

    public TrafficSettings {
        if (clients < 1 || transactionsPerSecond < 1) {
            throw new IllegalArgumentException("traffic needs at least one client and one transaction per second");
        }
    }

    /** The same traffic through another endpoint. */
    public TrafficSettings through(String host, int port) {
        ConnectionSettings moved = new ConnectionSettings(
                endpoint.role(), host, port, endpoint.user(), endpoint.password(), endpoint.sslMode(), endpoint.ca());
        return new TrafficSettings(moved, database, clients, transactionsPerSecond);
    }
}
