package io.flexmigrate.report;

import io.flexmigrate.model.Forecast.Retention;

/** The binlog's life against what the migration needs, in words. */
final class Retentions {

    private Retentions() {}

    static String sentence(Retention retention) {
        return (retention.isEnough()
                        ? "The source keeps its binlogs long enough: "
                        : "TOO SHORT: the source keeps its binlogs ")
                + "for " + Amounts.duration(retention.kept()) + ", and those of the snapshot are needed for up to "
                + Amounts.duration(retention.needed()) + " (" + Visible.line(retention.basis()) + ").";
    }
}
