package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.ServerVersion;

/** The statements whose words depend on the server's version; old words stand here and nowhere else. */
public record Dialect(ServerVersion version) {

    /** {@code SHOW BINARY LOG STATUS} came with 8.2.0; the old form went with 8.4.0 (refman/8.4/en/mysql-nutshell.html). */
    Sql binlogStatus() {
        String text = version.isAtLeast(8, 2, 0) ? "SHOW BINARY LOG STATUS" : "SHOW MASTER STATUS";
        return Sql.of("reading the binlog position", text);
    }

    /** {@code SHOW REPLICA STATUS} came with 8.0.22 (refman/8.0/en/show-replica-status.html). */
    Sql replicaStatus() {
        String text = version.isAtLeast(8, 0, 22) ? "SHOW REPLICA STATUS" : "SHOW SLAVE STATUS";
        return Sql.of("reading the replication status", text);
    }

    /** {@code REPLICA} came with 8.0.22: refman/8.0/en/start-replica.html. */
    String replicaWord() {
        return version.isAtLeast(8, 0, 22) ? "REPLICA" : "SLAVE";
    }

    /** {@code CHANGE REPLICATION SOURCE TO} came with 8.0.23: refman/8.0/en/change-replication-source-to.html. */
    String changeSource() {
        return version.isAtLeast(8, 0, 23) ? "CHANGE REPLICATION SOURCE TO" : "CHANGE MASTER TO";
    }

    /** The beginning of the options of {@link #changeSource}. */
    String sourceWord() {
        return version.isAtLeast(8, 0, 23) ? "SOURCE" : "MASTER";
    }

    /** {@code GET_MASTER_PUBLIC_KEY} came with 8.0.3: refman/8.0/en/change-master-to.html. */
    boolean asksForPublicKeys() {
        return version.isAtLeast(8, 0, 3);
    }

    /**
     * Waits until a replica has applied these coordinates; as one text, because preparing it would be asked of the server inside
     * a write pause. {@code SOURCE_POS_WAIT()} came with 8.0.26
     * (refman/8.0/en/replication-functions-synchronization.html).
     *
     * @param channel the name of its channel, in quotes or empty
     * @return {@code events}: -1 when the time did not suffice, and nothing when it does not apply at all
     */
    Sql positionWait(BinlogCoordinates coordinates, long seconds, String channel) {
        String function = version.isAtLeast(8, 0, 26) ? "SOURCE_POS_WAIT" : "MASTER_POS_WAIT";
        String file = "'" + coordinates.file().replace("'", "''") + "'";
        return Sql.of(
                "waiting for the replica",
                "SELECT " + function + "(" + file + ", " + coordinates.position() + ", " + seconds
                        + (channel.isEmpty() ? "" : ", " + channel) + ") AS events");
    }

    /** Whether {@code binlog_expire_logs_seconds} is there, which came with 8.0.1 and gives way to {@code expire_logs_days}. */
    boolean keepsBinlogsBySeconds() {
        return version.isAtLeast(8, 0, 1);
    }

    /** Whether {@code expire_logs_days} is there: it went with 8.4.0. */
    boolean keepsBinlogsByDays() {
        return !version.isAtLeast(8, 4, 0);
    }

    /**
     * The setting that makes text of character set utf8mb4 without a collation mean on this server what it means on a source;
     * empty where it means that already. Before 8.0.1 the default was utf8mb4_general_ci, and 5.7 does not write a default
     * into its definitions, so that they would silently become utf8mb4_0900_ai_ci: refman/8.0/en/charset-unicode-sets.html.
     */
    public String collationOf(ServerVersion source) {
        boolean differs = version.isAtLeast(8, 0, 11) && !source.isAtLeast(8, 0, 1);
        return differs ? "default_collation_for_utf8mb4 = utf8mb4_general_ci" : "";
    }

    /** {@code SET PERSIST} came with 8.0.0 (refman/8.0/en/persisted-system-variables.html). */
    public boolean canPersistVariables() {
        return version.isAtLeast(8, 0, 0);
    }

    /** {@code ALTER SCHEMA ... READ ONLY} came with 8.0.22 (refman/8.0/en/alter-database.html). */
    public boolean canCloseSchemas() {
        return version.isAtLeast(8, 0, 22);
    }

    /** {@code replication_applier_global_filters} came with 8.0.1 (refman/8.0/en/performance-schema-replication-tables.html). */
    boolean showsReplicationFilters() {
        return version.isAtLeast(8, 0, 1);
    }

    /** InnoDB's tables of information_schema lost {@code SYS_} with 8.0.3: refman/8.0/en/information-schema-introduction.html. */
    String innodbCatalogue(String name) {
        return version.isAtLeast(8, 0, 3) ? "INNODB_" + name : "INNODB_SYS_" + name;
    }

    /**
     * How a replica logs in: without TLS {@code caching_sha2_password}, which came with 8.0.3, asks for a key of the source that
     * the procedures of a flexible server have no way to accept.
     */
    String replicationPlugin(boolean overTls) {
        return overTls && version.isAtLeast(8, 0, 4) ? "caching_sha2_password" : "mysql_native_password";
    }
}
