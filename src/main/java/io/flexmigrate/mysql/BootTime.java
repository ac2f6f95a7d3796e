package io.flexmigrate.mysql;

/**
 * When a server came up, by its own clock: a server that restarts starts its replication by itself.
 *
 * @param second of Unix time; right to a second or two, as the server counts whole seconds
 */
public record BootTime(long second) {

    private static final long ROUNDING_SECONDS = 2;

    /** Asks the server: refman/8.0/en/server-status-variables.html#statvar_Uptime. */
    public static BootTime of(Session session) {
        long now = session.first(Sql.of("reading the server's clock", "SELECT UNIX_TIMESTAMP() AS now"))
                .orElseThrow()
                .number("now");
        long uptime = session.first(Sql.of("reading the server's uptime", "SHOW GLOBAL STATUS LIKE 'Uptime'"))
                .orElseThrow()
                .number("Value");
        return new BootTime(now - uptime);
    }

    /** Whether the server has been restarted between the two. */
    public boolean isAfter(BootTime earlier) {
        return second > earlier.second + ROUNDING_SECONDS;
    }
}
