package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Status;
import io.flexmigrate.report.LiveView;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Views of a run by its events so far, for one thread at a time.
 *
 * <p>Events are read anew when there are more, and where that takes long not before a hundred times as long has passed, unless a
 * stage begins or ends: looking costs the hundredth part of a processor at most.
 */
final class LiveViews {

    private static final int REST = 100;

    private final RunLabel run;
    private final Supplier<List<Event>> events;
    private final InstantSource clock;
    private final String hint;
    private Optional<LiveView> last = Optional.empty();
    private int known;
    private Stopwatch age = SystemClock.stopwatch();
    private Duration rest = Duration.ZERO;

    LiveViews(RunLabel run, Supplier<List<Event>> events, InstantSource clock, String hint) {
        this.run = run;
        this.events = events;
        this.clock = clock;
        this.hint = hint;
    }

    private boolean isDue(List<Event> soFar) {
        return soFar.size() != known
                && (age.elapsed().compareTo(rest) >= 0
                        || soFar.stream().skip(known).anyMatch(LiveViews::isEdge));
    }

    /** What a line tells at once the block is not to tell later. */
    private static boolean isEdge(Event event) {
        return !(event instanceof Event.Observed || event instanceof Event.Intended || event instanceof Event.Reached);
    }

    /**
     * What is to be seen now.
     *
     * @param running whether a process works on the run
     */
    LiveView now(boolean running) {
        List<Event> soFar = events.get();
        Instant now = clock.instant();
        if (last.isEmpty() || isDue(soFar)) {
            age = SystemClock.stopwatch();
            known = soFar.size();
            Status status = Status.of(run, Progress.of(soFar), now, running);
            Instant heard =
                    soFar.isEmpty() ? run.started() : soFar.get(known - 1).at();
            last = Optional.of(new LiveView(status, now, heard, now, hint));
            rest = age.elapsed().multipliedBy(REST);
        }
        return last.get().at(now);
    }
}
