package io.flexmigrate.mysql;

import io.flexmigrate.model.Flavour;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a server keeps a binlog file, and who could change that.
 *
 * @param kept empty: for ever
 * @param setting where that stands, such as {@code binlog_expire_logs_seconds = 2592000}
 * @param keeper how it is changed
 * @param ours whether our account may change it by {@code SET GLOBAL}
 */
public record BinlogLifetime(Optional<Duration> kept, String setting, Keeper keeper, boolean ours) {

    /** The ways in which servers are told how long to keep binlogs. */
    public enum Keeper {
        /** {@code SET GLOBAL binlog_expire_logs_seconds}. */
        SECONDS,
        /** {@code SET GLOBAL expire_logs_days}. */
        DAYS,
        /** A procedure of Amazon RDS: {@code mysql.rds_set_configuration}. */
        RDS,
        /** A server parameter of a flexible server, set by its owner's command line. */
        AZURE
    }

    /** Reads it. */
    public static BinlogLifetime read(Session session, ServerInventory server) {
        if (hasRdsConfiguration(session)) {
            return ofRds(session);
        }
        BinlogRetention retention = BinlogRetention.read(session, server.dialect());
        String setting = retention.variable() + " = " + retention.value();
        boolean azure = server.flavour() == Flavour.AZURE;
        // a flexible server purges a file as soon as nobody reads it when this is 0: its "server parameters" page
        Optional<Duration> kept = (retention.value() == 0 && !azure) || keepsAll(server.variables())
                ? Optional.empty()
                : Optional.of(retention.unit().multipliedBy(retention.value()));
        if (azure) {
            return new BinlogLifetime(kept, setting, Keeper.AZURE, false);
        }
        boolean days = retention.variable().equals("expire_logs_days");
        boolean ours = server.privileges().hasAny("SUPER", "SYSTEM_VARIABLES_ADMIN");
        return new BinlogLifetime(kept, setting, days ? Keeper.DAYS : Keeper.SECONDS, ours);
    }

    /** Since 8.0.29 purging can be switched off as a whole: refman/8.0/en/replication-options-binary-log.html. */
    private static boolean keepsAll(Variables variables) {
        return variables.has("binlog_expire_logs_auto_purge") && !variables.isOn("binlog_expire_logs_auto_purge");
    }

    private static boolean hasRdsConfiguration(Session session) {
        return session.first(Sql.of(
                        "looking for the settings of RDS",
                        "SELECT 1 AS found FROM information_schema.TABLES"
                                + " WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = 'rds_configuration'"))
                .isPresent();
    }

    /** NULL means that a file goes as soon as it is not needed by RDS itself: "Accessing MySQL binary logs" of its guide. */
    private static BinlogLifetime ofRds(Session session) {
        Sql sql = Sql.of(
                "reading the binlog retention of RDS",
                "SELECT value AS hours FROM mysql.rds_configuration WHERE name = 'binlog retention hours'");
        Optional<String> hours = session.first(sql).flatMap(row -> row.find("hours"));
        return new BinlogLifetime(
                Optional.of(Duration.ofHours(
                        hours.map(text -> (long) Double.parseDouble(text)).orElse(0L))),
                "binlog retention hours = " + hours.orElse("NULL"),
                Keeper.RDS,
                false);
    }
}
