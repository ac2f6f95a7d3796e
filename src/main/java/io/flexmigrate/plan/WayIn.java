package io.flexmigrate.plan;

import java.util.Optional;

/**
 * The target as the source's replication sees it.
 *
 * @param user the account that the cut-over makes there, with a password that nobody knows
 * @param ca a file on the source's machine with the certificates that sign the target's; empty: whom the source talks to is not
 *     checked
 */
public record WayIn(String host, int port, String user, Optional<String> ca) {

    static final String USER = "migrate_way_back";

    /** The way that we take, too. */
    public static WayIn like(Plan.Endpoint endpoint) {
        return new WayIn(endpoint.host(), endpoint.port(), USER, Optional.empty());
    }
}
