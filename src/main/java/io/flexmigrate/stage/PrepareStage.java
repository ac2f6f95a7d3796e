package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.BinlogRetention;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.GlobalVariable;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.account.ReplicationLogin;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Makes the replication account where the plan wants that, and sees that the source keeps its binlogs long enough, because the
 * retention clock runs from the dump; remembers what it changed.
 */
public final class PrepareStage implements Stage {

    private final Plan plan;
    private final MySqlServer source;
    private final ReplicationLogin login;

    public PrepareStage(Plan plan, MySqlServer source, ReplicationLogin login) {
        this.plan = plan;
        this.source = source;
        this.login = login;
    }

    @Override
    public StageName name() {
        return StageName.PREPARE;
    }

    @Override
    public Set<Class<? extends Fact>> needs() {
        return Set.of(Fact.Assessed.class);
    }

    @Override
    public Fact run(Facts facts, StageLog log) {
        login.create(log);
        return retention(facts, log);
    }

    private Fact retention(Facts facts, StageLog log) {
        ServerVersion version =
                ServerVersion.parse(facts.get(Fact.Assessed.class).sourceVersion());
        Duration wanted = plan.source().binlogRetention();
        try (Session session = source.open()) {
            BinlogRetention retention = BinlogRetention.read(session, new Dialect(version));
            Step step = new Step(SourceSettings.CHANGE, retention.variable());
            // because a crash after the change must not take the changed value for the original one
            long original = log.details(step)
                    .map(details -> Long.parseLong(details.getOrDefault(SourceSettings.ORIGINAL, "0")))
                    .orElse(retention.value());
            if (retention.lasts(wanted)) {
                return new Fact.Prepared(
                        log.hasIntended(step) ? Map.of(retention.variable(), Long.toString(original)) : Map.of());
            }
            log.intend(
                    step,
                    Map.of(
                            SourceSettings.ORIGINAL,
                            Long.toString(original),
                            "wanted",
                            Long.toString(retention.units(wanted))));
            new GlobalVariable(session, retention.variable()).set(retention.units(wanted));
            log.reach(step, Map.of());
            log.observe(Observation.BINLOGS_KEPT.what(), Map.of(Observation.BINLOGS_KEPT.key(), wanted.toString()));
            return new Fact.Prepared(Map.of(retention.variable(), Long.toString(original)));
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused; // because the change may have been made, and must be remembered
            }
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(
                            Observation.WARNING.key(),
                            "The binlog retention of the source could not be raised (" + refused.getMessage()
                                    + "). Finish before it purges the snapshot's binlog."));
            return new Fact.Prepared(Map.of());
        }
    }
}
