package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Rate;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.stage.probe.Probed.LoadSpeed;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Probes the servers; what cannot be measured becomes a problem in words, never the end of an assessment. */
final class RealProbes implements Probes {

    private final Set<Plan.Probe> kinds;
    private final ProbeKit kit;

    RealProbes(Set<Plan.Probe> kinds, ProbeKit kit) {
        this.kinds = Set.copyOf(kinds);
        this.kit = kit;
    }

    @Override
    public boolean areWanted() {
        return !kinds.isEmpty();
    }

    @Override
    public void settle(StageLog log) {
        if (ProbeSteps.areUnsettled(log.past())) {
            kit.guard().acquire();
            new LinkProbe(kit).settle(log);
            new LoadProbe(kit).settle(log);
        }
    }

    @Override
    public Probed probe(Subject subject, StageLog log) throws InterruptedException {
        if (!areWanted()) {
            return Probed.NONE;
        }
        kit.guard().acquire();
        settle(log);
        List<String> problems = new ArrayList<>();
        Optional<LinkVerdict> link = kinds.contains(Plan.Probe.LINK)
                ? attempt("The trial link", problems, () -> Optional.of(new LinkProbe(kit).probe(subject, log)))
                : Optional.empty();
        Optional<LoadSpeed> load = Optional.empty();
        Optional<Rate> writes = Optional.empty();
        if (kinds.contains(Plan.Probe.LOAD)) {
            WriteRateProbe watch = new WriteRateProbe(kit, subject.source());
            boolean begun = attempt("The source's write rate", problems, () -> Optional.of(watch.begin()))
                    .isPresent();
            load = attempt("The speed of dump and load", problems, () -> new LoadProbe(kit).probe(subject, log));
            writes = begun ? attempt("The source's write rate", problems, watch::end) : Optional.empty();
        }
        return new Probed(load, writes, link, problems, ProbeSteps.leftovers(log.past()));
    }

    private interface Attempt<T> {
        Optional<T> make() throws InterruptedException;
    }

    private static <T> Optional<T> attempt(String what, List<String> problems, Attempt<T> attempt)
            throws InterruptedException {
        try {
            return attempt.make();
        } catch (StageFailedException | MySqlException | ProcessException | UncheckedIOException failure) {
            problems.add(what + " could not be probed: " + failure.getMessage());
            return Optional.empty();
        }
    }
}
