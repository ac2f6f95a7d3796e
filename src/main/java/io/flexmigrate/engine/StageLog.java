package io.flexmigrate.engine;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The journal as one stage sees it: what it did before a crash, and a pen to write what it does now. */
public final class StageLog {

    /** Under which key the details of an event name the group it is about. */
    public static final String GROUP = "group";

    /** Under which key they tell which way of the group between the servers it is; the first is not told. */
    public static final String CROSSING = "crossing";

    private final StageName stage;
    private final Journal journal;
    private final InstantSource clock;
    private final Optional<Crossing> scope;
    private final Consumer<Event> pen;

    public StageLog(StageName stage, Journal journal, InstantSource clock) {
        this(stage, journal, clock, Optional.empty(), journal::append);
    }

    private StageLog(
            StageName stage, Journal journal, InstantSource clock, Optional<Crossing> scope, Consumer<Event> pen) {
        this.stage = stage;
        this.journal = journal;
        this.clock = clock;
        this.scope = scope;
        this.pen = pen;
    }

    /** What the stage does for one crossing of a group only: other groups' and crossings' events are neither seen nor written. */
    public StageLog in(Crossing crossing) {
        return new StageLog(stage, journal, clock, Optional.of(crossing), pen);
    }

    /** The same in a hurry: what is written is noted ({@link Journal#note}), which takes no wait for a disk. */
    public StageLog hurrying() {
        return new StageLog(stage, journal, clock, scope, journal::note);
    }

    /** The crossing that it is about; empty when it is about all groups. */
    public Optional<Crossing> crossing() {
        return scope;
    }

    static Optional<Crossing> crossing(Map<String, String> details) {
        return Optional.ofNullable(details.get(GROUP))
                .map(group -> new Crossing(group, Integer.parseInt(details.getOrDefault(CROSSING, "1"))));
    }

    /** Writes that a step is about to change the world; to be called before it does. */
    public void intend(Step step, Map<String, String> details) {
        pen.accept(new Event.Intended(stage, clock.instant(), step, scoped(details)));
    }

    /** Writes that a step is done, or was found to be done. */
    public void reach(Step step, Map<String, String> details) {
        pen.accept(new Event.Reached(stage, clock.instant(), step, scoped(details)));
    }

    /** Writes something that a person may want to know later. */
    public void observe(String what, Map<String, String> values) {
        pen.accept(new Event.Observed(stage, clock.instant(), what, scoped(values)));
    }

    /** Whether this step is done, in this run or in one before a crash. */
    public boolean hasReached(Step step) {
        // the step first: to read whose crossing it is takes longer, and this is asked inside the write pause
        return journal.events().stream()
                .anyMatch(event -> event instanceof Event.Reached reached
                        && reached.step().equals(step)
                        && event.stage() == stage
                        && isInScope(event));
    }

    /** Whether this step was about to be done, in this run or in one before a crash. */
    public boolean hasIntended(Step step) {
        return ours().anyMatch(event ->
                event instanceof Event.Intended intended && intended.step().equals(step));
    }

    /** What was written when this step was first intended, in this run or in one before a crash. */
    public Optional<Map<String, String>> details(Step step) {
        return ours().filter(event -> event instanceof Event.Intended intended
                        && intended.step().equals(step))
                .map(event -> ((Event.Intended) event).details())
                .findFirst();
    }

    /** All events of this stage over all attempts, oldest first. */
    public List<Event> past() {
        return ours().toList();
    }

    /** All events of another stage over all attempts, oldest first. */
    public List<Event> past(StageName other) {
        return journal.events().stream().filter(event -> event.stage() == other).toList();
    }

    /** The same journal as another stage sees it. */
    public StageLog of(StageName other) {
        return new StageLog(other, journal, clock);
    }

    private Stream<Event> ours() {
        return journal.events().stream().filter(event -> event.stage() == stage && isInScope(event));
    }

    private boolean isInScope(Event event) {
        return scope.isEmpty() || event.crossing().equals(scope);
    }

    private Map<String, String> scoped(Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        scope.ifPresent(crossing -> {
            all.put(GROUP, crossing.group());
            if (crossing.number() > 1) {
                all.put(CROSSING, Integer.toString(crossing.number()));
            }
        });
        return all;
    }
}
