package io.flexmigrate.plan;

import java.time.Duration;
import java.util.Optional;

/**
 * A client of ours that goes the way of the application's clients while a group cuts over, and tells what it saw.
 *
 * @param endpoint the application's own: a proxy, mostly
 * @param database where its table {@value #TABLE} is; empty: the first of the group
 * @param interval between two of its requests
 */
public record Canary(Plan.Endpoint endpoint, Mode mode, Optional<String> database, Duration interval) {

    /** Its table, which a person makes. */
    public static final String TABLE = "migrate_canary";

    /** What it asks for. */
    public enum Mode {
        /** It writes to its table. */
        WRITE,
        /** It asks who answers; it does not notice that writers wait. */
        READ
    }
}
