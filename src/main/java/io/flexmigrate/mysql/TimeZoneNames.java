package io.flexmigrate.mysql;

/** The names of time zones, such as {@code Europe/Berlin}, that a server knows. */
public record TimeZoneNames(Session session) {

    /** Whether it knows any: without them only offsets such as {@code +02:00} can be used. */
    public boolean areLoaded() {
        return session.first(Sql.of(
                        "looking for the names of time zones", "SELECT 1 AS found FROM mysql.time_zone_name LIMIT 1"))
                .isPresent();
    }
}
