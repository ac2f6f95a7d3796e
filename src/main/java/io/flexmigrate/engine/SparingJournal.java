package io.flexmigrate.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A journal that keeps fewer samples of progress and of lag the longer a work takes: one a second in the first minute, then one in a
 * sixtieth of the time since it began, at most ten seconds.
 *
 * <p>Every line is on disk before a stage goes on, and a day has 86,400 seconds. The newest sample is kept back, not lost: it
 * is written before the event that ends the work. Everything that is no such sample passes at once.
 */
public final class SparingJournal implements Journal {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int PARTS = 60;

    /** Samples are taken about once a second, and one that is a little early is not to cost a whole second. */
    private static final Duration JITTER = Duration.ofMillis(500);

    private final Journal journal;
    private final Map<StageName, Instant> begun = new EnumMap<>(StageName.class);
    private final Map<StageName, Instant> kept = new EnumMap<>(StageName.class);
    private final Map<StageName, Event> heldBack = new EnumMap<>(StageName.class);

    public SparingJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public synchronized void append(Event event) {
        if (Advance.of(event).isPresent() || LagSample.of(event).isPresent()) {
            sample(event);
            return;
        }
        if (isEdge(event)) {
            end(event.stage());
        }
        journal.append(event);
    }

    /** Whatever is noted is no sample. */
    @Override
    public synchronized void note(Event event) {
        journal.note(event);
    }

    private static boolean isEdge(Event event) {
        return !(event instanceof Event.Intended || event instanceof Event.Reached || event instanceof Event.Observed);
    }

    private void end(StageName stage) {
        begun.remove(stage);
        kept.remove(stage);
        Event last = heldBack.remove(stage);
        if (last != null) {
            journal.append(last);
        }
    }

    private void sample(Event event) {
        if (!isDue(event)) {
            heldBack.put(event.stage(), event);
            return;
        }
        begun.putIfAbsent(event.stage(), event.at());
        kept.put(event.stage(), event.at());
        heldBack.remove(event.stage());
        journal.append(event);
    }

    /** A clock that went back makes a sample due: the time since the last one is not known then. */
    private boolean isDue(Event event) {
        Instant last = kept.get(event.stage());
        if (last == null || event.at().isBefore(last)) {
            return true;
        }
        Duration since = Duration.between(begun.getOrDefault(event.stage(), last), event.at());
        Duration part = since.dividedBy(PARTS);
        Duration gap = part.compareTo(LONGEST) < 0 ? part : LONGEST;
        return !event.at().isBefore(last.plus(gap).minus(JITTER));
    }

    @Override
    public List<Event> events() {
        return journal.events();
    }
}
