package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A small database of ours with one number in it that grows: which number a replica shows tells how far it is behind.
 *
 * <p>Every attempt makes one of a new name, so that what it writes never meets rows that another left on the replica.
 */
public record HeartbeatDatabase(Session session, String name) {

    /** The plan as a number, by which leftovers are found, and another by which no two attempts clash. */
    private static final Pattern NAME = Pattern.compile("migrate_heartbeat_[0-9a-f]{8}_[0-9a-f]{8}");

    private static final int DIGITS = 8;
    private static final int NO_SUCH_DATABASE = 1049;
    private static final int NO_SUCH_TABLE = 1146;

    /** A name that no other heartbeat has. */
    public static String newName(String plan) {
        return prefix(plan) + UUID.randomUUID().toString().substring(0, DIGITS);
    }

    /** Whether a database of this name is a heartbeat of this program, whichever plan it is of. */
    public static boolean isOne(String database) {
        return NAME.matcher(database.toLowerCase(Locale.ROOT)).matches();
    }

    /** The heartbeats of a plan that are on the server. */
    public static List<HeartbeatDatabase> leftBy(String plan, Session session) {
        Sql sql = Sql.of(
                "looking for a heartbeat of ours",
                "SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE ?",
                prefix(plan).replace("_", "\\_") + "%");
        return session.query(sql).stream()
                .map(row -> row.text("name"))
                .filter(HeartbeatDatabase::isOne)
                .map(name -> new HeartbeatDatabase(session, name))
                .toList();
    }

    /** A pattern of a replication filter for all heartbeats of a plan. */
    public static String pattern(String plan) {
        return prefix(plan).replace("_", "\\_") + "%.%";
    }

    private static String prefix(String plan) {
        String digest =
                UUID.nameUUIDFromBytes(plan.getBytes(StandardCharsets.UTF_8)).toString();
        return "migrate_heartbeat_" + digest.substring(0, DIGITS) + "_";
    }

    /** Makes it, with the number 0; needs CREATE and INSERT. */
    public void create() {
        session.execute(Sql.of("creating the heartbeat", "CREATE DATABASE " + Identifier.quoted(name)));
        session.execute(Sql.of(
                "creating the heartbeat's table",
                "CREATE TABLE " + table()
                        + " (id TINYINT NOT NULL PRIMARY KEY, number BIGINT NOT NULL) ENGINE=InnoDB"));
        session.execute(Sql.of("beginning the heartbeat", "INSERT INTO " + table() + " VALUES (1, 0)"));
    }

    /** Writes a number; needs UPDATE, and SELECT because of the key it is found by. */
    public void beat(long number) {
        session.execute(
                Sql.of("writing the heartbeat", "UPDATE " + table() + " SET number = " + number + " WHERE id = 1"));
    }

    /** The number that stands there; empty when the server has no such table yet. */
    public OptionalLong seen() {
        try {
            return session
                    .query(Sql.of("reading the heartbeat", "SELECT number FROM " + table() + " WHERE id = 1"))
                    .stream()
                    .mapToLong(row -> row.number("number"))
                    .findFirst();
        } catch (MySqlException refused) {
            if (refused.errorNumber() == NO_SUCH_DATABASE || refused.errorNumber() == NO_SUCH_TABLE) {
                return OptionalLong.empty();
            }
            throw refused;
        }
    }

    /** Drops it, if it is there; needs DROP. */
    public void drop() {
        new Databases(session).drop(name);
    }

    private String table() {
        return new TableName(name, "beat").quoted();
    }
}
