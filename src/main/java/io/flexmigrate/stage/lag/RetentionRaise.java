package io.flexmigrate.stage.lag;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.mysql.BinlogLifetime;
import io.flexmigrate.mysql.BinlogRetention;
import io.flexmigrate.mysql.GlobalVariable;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long the source keeps its binlogs, and the way to make that longer, which FINISH undoes. */
public final class RetentionRaise {

    private static final String STEP = "set-variable";
    private static final String ORIGINAL = "original";

    /** Of both variables, in their units: refman/8.0/en/replication-options-binary-log.html. */
    private static final Duration LONGEST = Duration.ofDays(99);

    private final Session source;
    private final ServerInventory server;
    private final Duration planned;
    private BinlogLifetime lifetime;

    private RetentionRaise(Session source, ServerInventory server, Duration planned) {
        this.source = source;
        this.server = server;
        this.planned = planned;
        this.lifetime = BinlogLifetime.read(source, server);
    }

    /** @param planned how long the plan wants binlogs kept */
    static RetentionRaise on(Session source, Duration planned) {
        return new RetentionRaise(source, ServerInventory.read(source), planned);
    }

    /** How long binlogs are kept; empty: for ever. */
    Optional<Duration> kept() {
        return lifetime.kept();
    }

    /**
     * Raises it well above what is needed.
     *
     * @return how long they are kept now; empty when it cannot be raised
     */
    Optional<Duration> to(Duration needed, StageLog log) {
        Duration before = kept().orElse(LONGEST);
        Duration wanted = longest(planned, longest(before.multipliedBy(2), needed.multipliedBy(2)));
        if (!lifetime.ours() || before.compareTo(LONGEST) >= 0) {
            return Optional.empty();
        }
        try {
            set(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted, log);
        } catch (MySqlException refused) {
            if (refused.isConnectionLost()) {
                throw refused; // because the change may have been made, and must be remembered
            }
            return Optional.empty();
        }
        lifetime = BinlogLifetime.read(source, server);
        return kept();
    }

    private void set(Duration wanted, StageLog log) {
        BinlogRetention retention = BinlogRetention.read(source, server.dialect());
        Step step = new Step(STEP, retention.variable());
        long value = retention.units(wanted);
        log.intend(step, Map.of(ORIGINAL, Long.toString(retention.value()), "wanted", Long.toString(value)));
        new GlobalVariable(source, retention.variable()).set(value);
        log.reach(step, Map.of());
        log.observe(
                Observation.BINLOGS_KEPT.what(),
                Map.of(
                        Observation.BINLOGS_KEPT.key(),
                        retention.unit().multipliedBy(value).toString()));
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** What the variables were before the first of these events raised them; by name. */
    public static Map<String, String> originals(List<Event> events) {
        Map<String, String> originals = new TreeMap<>();
        for (Event event : events) {
            if (event instanceof Event.Intended intended
                    && intended.step().name().equals(STEP)) {
                originals.putIfAbsent(
                        intended.step().subject(), intended.details().getOrDefault(ORIGINAL, "0"));
            }
        }
        return originals;
    }
}
