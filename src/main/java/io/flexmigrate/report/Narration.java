package io.flexmigrate.report;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageName;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a run as it goes: at most one line for each event; one thread at a time. */
public final class Narration {

    private static final Duration SPARING = Duration.ofSeconds(10);

    private final DateTimeFormatter time;
    private final Map<StageName, Instant> started = new EnumMap<>(StageName.class);
    private final Map<String, Instant> told = new HashMap<>();

    /** @param zone whose clock the lines show */
    public Narration(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** The line for an event, without line feed; empty when it is nothing a person must see as it happens. */
    public Optional<String> line(Event event) {
        return text(event)
                .map(text -> time.format(event.at()) + " " + event.stage() + " "
                        + Visible.line(text.lines().collect(Collectors.joining(" "))));
    }

    private Optional<String> text(Event event) {
        if (event instanceof Event.Started) {
            started.put(event.stage(), event.at());
            return Optional.of("started: " + event.stage().purpose());
        }
        if (event instanceof Event.Produced produced) {
            return Optional.of(FactText.of(produced.fact()));
        }
        if (event instanceof Event.Confirmed) {
            return Optional.of("done" + after(event));
        }
        if (event instanceof Event.Failed failed) {
            return Optional.of("failed" + after(event) + ": " + failed.reason());
        }
        if (event instanceof Event.Observed observed) {
            return observation(observed);
        }
        return CutOverStep.of(event).map(step -> step + details(event));
    }

    private String after(Event event) {
        return Optional.ofNullable(started.remove(event.stage()))
                .map(from -> " after " + Amounts.duration(Duration.between(from, event.at())))
                .orElse("");
    }

    private static String details(Event event) {
        return event instanceof Event.Reached reached && !reached.details().isEmpty()
                ? ": " + list(reached.details())
                : "";
    }

    private Optional<String> observation(Event.Observed event) {
        Optional<String> warning = Observation.WARNING.text(event);
        if (warning.isPresent()) {
            return warning.map(text -> "warning: " + text);
        }
        Optional<Duration> locked = Observation.SOURCE_LOCKED.duration(event);
        if (locked.isPresent()) {
            return locked.map(duration -> "source locked for " + Amounts.duration(duration));
        }
        Optional<String> verdict = Observation.COMPARISON.text(event);
        if (verdict.isPresent()) {
            return verdict.filter(text -> !text.equals("EQUAL"))
                    .map(text -> event.values().get("table") + " is " + text.toLowerCase(Locale.ROOT));
        }
        if (isTooSoon(event)) {
            return Optional.empty();
        }
        return Observation.LAG
                .duration(event)
                .map(lag -> "lag " + Amounts.duration(lag))
                .or(() -> Observation.PREDICTED_PAUSE
                        .duration(event)
                        .map(pause -> "predicted write pause " + Amounts.duration(pause)))
                .or(() -> Observation.DUMP_PROGRESS
                        .text(event)
                        .map(bytes -> "dumped " + Amounts.bytes(Long.parseLong(bytes)) + " so far"))
                .or(() -> Observation.LOAD_PROGRESS.text(event).map(seconds -> "loading for " + seconds + " s"))
                .or(() -> Optional.of(event.what() + (event.values().isEmpty() ? "" : ": " + list(event.values()))));
    }

    /** What is sampled again and again is told once in a while. */
    private boolean isTooSoon(Event.Observed event) {
        String key = event.stage() + " " + event.what();
        Instant last = told.get(key);
        if (last != null && event.at().isBefore(last.plus(SPARING))) {
            return true;
        }
        told.put(key, event.at());
        return false;
    }

    static String list(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
