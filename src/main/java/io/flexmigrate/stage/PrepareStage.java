package io.flexmigrate.stage;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.GlobalVariable;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import java.util.Map;
import java.util.Set;

/** Sees that the source keeps its binlogs long enough, and remembers what it changed: the retention clock runs from the dump. */
public final class PrepareStage implements Stage {

    private final Plan plan;
    private final MySqlServer source;

    public PrepareStage(Plan plan, MySqlServer source) {
        this.plan = plan;
        this.source = source;
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
        ServerVersion version =
                ServerVersion.parse(facts.get(Fact.Assessed.class).sourceVersion());
        Dialect dialect = new Dialect(version);
        String name = dialect.retentionVariable();
        Step step = new Step("set-variable", name);
        try (Session session = source.open()) {
            GlobalVariable variable = new GlobalVariable(session, name);
            // because a crash after the change must not take the changed value for the original one
            long original = log.details(step)
                    .map(details -> Long.parseLong(details.getOrDefault("original", "0")))
                    .orElseGet(variable::number);
            long wanted = wanted(dialect);
            if (original == 0 || original >= wanted) {
                return new Fact.Prepared(Map.of());
            }
            log.intend(step, Map.of("original", Long.toString(original), "wanted", Long.toString(wanted)));
            variable.set(wanted);
            log.reach(step, Map.of());
            return new Fact.Prepared(Map.of(name, Long.toString(original)));
        } catch (MySqlException refused) {
            log.observe(
                    Observation.WARNING.what(),
                    Map.of(
                            Observation.WARNING.key(),
                            "The binlog retention of the source could not be raised (" + refused.getMessage()
                                    + "). Finish before it purges the snapshot's binlog."));
            return new Fact.Prepared(Map.of());
        }
    }

    private long wanted(Dialect dialect) {
        long unit = dialect.retentionUnitSeconds();
        return (plan.source().binlogRetention().toSeconds() + unit - 1) / unit;
    }
}
