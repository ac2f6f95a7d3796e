package io.flexmigrate.mysql;

import java.time.Duration;

/**
 * How long a server keeps its binlogs: one variable, in its unit.
 *
 * @param variable the one of the two that is in force
 * @param value in units; 0 keeps them for ever
 * @param unit one of its units
 */
public record BinlogRetention(String variable, long value, Duration unit) {

    /** On 8.0 the days are in force when they are set and the seconds are 0: refman/8.0/en/replication-options-binary-log.html. */
    public static BinlogRetention read(Session session, Dialect dialect) {
        BinlogRetention seconds = new BinlogRetention("binlog_expire_logs_seconds", 0, Duration.ofSeconds(1));
        if (dialect.keepsBinlogsBySeconds()) {
            seconds = seconds.with(new GlobalVariable(session, seconds.variable()).number());
        }
        if (seconds.value() > 0 || !dialect.keepsBinlogsByDays()) {
            return seconds;
        }
        long days = new GlobalVariable(session, "expire_logs_days").number();
        return days == 0 && dialect.keepsBinlogsBySeconds()
                ? seconds
                : new BinlogRetention("expire_logs_days", days, Duration.ofDays(1));
    }

    /** The smallest number of units that is at least this long. */
    public long units(Duration duration) {
        return (duration.toSeconds() + unit.toSeconds() - 1) / unit.toSeconds();
    }

    /** Whether binlogs are kept for at least this long. */
    public boolean lasts(Duration duration) {
        return value == 0 || value >= units(duration);
    }

    private BinlogRetention with(long newValue) {
        return new BinlogRetention(variable, newValue, unit);
    }
}
