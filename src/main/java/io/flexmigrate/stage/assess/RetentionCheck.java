package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Forecast.Retention;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mysql.BinlogLifetime;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.DurationWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** FM1500: the source still has the binlog of the snapshot when the target comes to read it. */
final class RetentionCheck implements Check<Foreseen> {

    static final Rule RULE = Rule.of(
            "FM1500",
            "The source keeps its binlogs for as long as dump, load and catch-up may take",
            "Replication begins at the snapshot's binlog file. When the source has purged it by then, all the work up to"
                    + " there is lost: nothing can be skipped, only a new dump helps.",
            "https://dev.mysql.com/doc/refman/8.0/en/replication-options-binary-log.html"
                    + "#sysvar_binlog_expire_logs_seconds");

    private static final String SUBJECT = "source binlog retention";

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, Foreseen seen) {
        BinlogLifetime lifetime = seen.source().part(BinlogKeeping.class).lifetime();
        Optional<Retention> retention = seen.forecast().retention();
        if (retention.isEmpty() || retention.get().isEnough()) {
            return List.of();
        }
        return List.of(finding(plan, lifetime, retention.get()));
    }

    private static Finding finding(Plan plan, BinlogLifetime lifetime, Retention retention) {
        String seen = "The source keeps a binlog file for " + words(retention.kept()) + " (" + lifetime.setting()
                + "); up to " + words(retention.needed())
                + " may pass until replication no longer needs the snapshot's.";
        Duration planned = plan.source().binlogRetention();
        String remedy = remedy(lifetime.keeper(), longer(retention.needed(), planned));
        if (!lifetime.ours()) {
            return RULE.blocker(SUBJECT, seen + " This program cannot raise it there.", remedy);
        }
        if (planned.compareTo(retention.needed()) < 0) {
            String raised = planned.compareTo(retention.kept()) > 0
                    ? " PREPARE raises it to " + words(planned) + " only."
                    : " The plan asks for no more.";
            return RULE.warning(
                    SUBJECT,
                    seen + raised,
                    "Set this in the plan, or set it yourself:\nsource.binlog_retention: " + days(retention.needed())
                            + "d\n" + remedy);
        }
        return RULE.warning(
                SUBJECT,
                seen + " PREPARE raises it to " + words(planned)
                        + " (source.binlog_retention), and FINISH puts it back.",
                "Nothing, or set it yourself beforehand:\n" + remedy);
    }

    private static String words(Duration time) {
        return time.isZero() ? "no time at all" : DurationWords.of(time);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static long days(Duration time) {
        return time.plusDays(1).minusNanos(1).toDays();
    }

    private static String remedy(BinlogLifetime.Keeper keeper, Duration wanted) {
        long hours = days(wanted) * 24;
        return switch (keeper) {
            case SECONDS -> "SET GLOBAL binlog_expire_logs_seconds = " + hours * 3600 + ";";
            case DAYS -> "SET GLOBAL expire_logs_days = " + hours / 24 + ";";
            case RDS -> "CALL mysql.rds_set_configuration('binlog retention hours', " + hours + ");";
            case AZURE ->
                "az mysql flexible-server parameter set --resource-group <resource-group> --server-name <name>"
                        + " --name binlog_expire_logs_seconds --value " + hours * 3600;
        };
    }
}
