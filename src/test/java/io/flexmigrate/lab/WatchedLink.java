package io.flexmigrate.lab;

import io.flexmigrate.engine.Journal;
import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.lag.LagWatching;
import io.flexmigrate.testing.MemoryJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The watching of CATCH_UP over a pair of the lab, with what it wrote; unhealthy links are borne, so that they can be watched. */
public final class WatchedLink implements AutoCloseable {

    private final Link link;
    private final LagWatching watching;
    private final Journal journal;

    private WatchedLink(Link link, LagWatching watching, Journal journal) {
        this.link = link;
        this.watching = watching;
        this.journal = journal;
    }

    /**
     * Opens sessions on both sides and makes the heartbeat, if the plan has one.
     *
     * @param catchUp the section of the plan, such as {@code max_lag: 2s}
     */
    public static WatchedLink begin(LinkedPair pair, String catchUp) {
        Journal journal = new MemoryJournal();
        StageLog log = LinkedPair.log(journal);
        Fact.Assessed assessed = new Fact.Assessed(
                pair.source().version().number().toString(),
                pair.target().version().number().toString(),
                "",
                List.of(),
                List.of(),
                List.of(),
                Forecast.NONE);
        Plan plan = new PlanReader().read(Path.of("plan.yaml"), plan(catchUp)).plan();
        Link link = new Patient(
                Link.live(plan, pair.sourceServer(), pair.targetServer()).open(assessed));
        LagWatching.Subject subject = new LagWatching.Subject(
                plan, pair.sourceServer(), pair.targetServer(), pair.start(), assessed.targetVersion());
        return new WatchedLink(link, LagWatching.begin(subject, link, log), journal);
    }

    /** Watches until the lag is stable, or so long. */
    public boolean watch(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        boolean stable = false;
        while (!stable && System.nanoTime() < end) {
            stable = watching.isStable();
            Thread.sleep(2);
        }
        return stable;
    }

    /** Watches until a sample is such, and gives it. */
    public LagSample await(Duration longest, Predicate<LagSample> wanted) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        int seen = samples().size();
        while (System.nanoTime() < end) {
            watching.isStable();
            List<LagSample> now = samples();
            if (now.size() > seen && wanted.test(now.get(now.size() - 1))) {
                return now.get(now.size() - 1);
            }
            seen = now.size();
            Thread.sleep(2);
        }
        throw new AssertionError("no such sample in " + longest + ", but " + samples());
    }

    /** All samples so far. */
    public List<LagSample> samples() {
        return journal.events().stream()
                .flatMap(event -> LagSample.of(event).stream())
                .toList();
    }

    /** All warnings so far. */
    public List<String> warnings() {
        return journal.events().stream()
                .flatMap(event -> Observation.WARNING.text(event).stream())
                .toList();
    }

    /** What was written of it. */
    public Journal journal() {
        return journal;
    }

    @Override
    public void close() {
        watching.close();
        link.close();
    }

    private static String plan(String catchUp) {
        return """
                version: 1
                name: lag
                source:
                  host: 127.0.0.1
                  user: migrate
                  password: { env: SOURCE_PASSWORD }
                  replication: { host: 127.0.0.1, user: repl, password: { env: REPL_PASSWORD } }
                target:
                  kind: flexible-server
                  host: 127.0.0.1
                  user: flexadmin
                  password: { env: TARGET_PASSWORD }
                catch_up: { %s }
                """.formatted(catchUp);
    }

    private record Patient(Link link) implements Link {

        @Override
        public BinlogCoordinates sourceCoordinates() {
            return link.sourceCoordinates();
        }

        @Override
        public Optional<ReplicaStatus> status() {
            return link.status();
        }

        @Override
        public Optional<BinlogCoordinates> applied() {
            return link.applied();
        }

        @Override
        public boolean awaitApplied(BinlogCoordinates coordinates, Duration timeout) {
            return link.awaitApplied(coordinates, timeout);
        }

        @Override
        public void requireHealthy() {
            // because the test breaks the link itself, and wants to see what is measured of it
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
