package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Set;

/** What ASSESS can measure by trying it. */
public interface Probes {

    /**
     * What is probed.
     *
     * @param tables all tables that move
     * @param databases all databases of the source
     * @param source its version
     * @param target its version
     */
    record Subject(List<TableSize> tables, List<String> databases, ServerVersion source, ServerVersion target) {
        public Subject {
            tables = List.copyOf(tables);
            databases = List.copyOf(databases);
        }
    }

    /** Whether there is anything to probe. */
    boolean areWanted();

    /** Probes, and removes what it made. */
    Probed probe(Subject subject, StageLog log) throws InterruptedException;

    /** Removes what a probe that was killed left behind, as far as the log tells of one. */
    void settle(StageLog log);

    /** Probes nothing. */
    static Probes none() {
        return new NoProbes();
    }

    /**
     * Probes for real.
     *
     * @param kinds what is to be probed; may be empty, there may be something to settle all the same
     */
    static Probes real(Set<Plan.Probe> kinds, ProbeKit kit) {
        return new RealProbes(kinds, kit);
    }

    /** The same, with a log of its own: for a dry run, whose log is forgotten. */
    default Probes loggingTo(StageLog log) {
        return new LoggedProbes(this, log);
    }
}
