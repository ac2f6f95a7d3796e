package io.flexmigrate.report;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.AdvanceSeries;
import io.flexmigrate.engine.ClientSighting;
import io.flexmigrate.engine.ClosingWords;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.ClientView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tells a run as it goes: at most one line for each event; one thread at a time.
 *
 * <p>Samples come once a second and are told every ten seconds, and once more when nothing is left to do.
 */
public final class Narration {

    private static final Set<CutOverStep> BAD_ENDS = Set.of(CutOverStep.ABORTED, CutOverStep.UNCERTAIN);
    private static final Duration SPARING = Duration.ofSeconds(10);

    /** How much is told. */
    public enum Detail {
        /** What went wrong, or may. */
        QUIET,
        NORMAL,
        /** Every step and every sample too. */
        VERBOSE
    }

    private final DateTimeFormatter time;
    private final Detail detail;
    private final Map<StageName, Instant> started = new EnumMap<>(StageName.class);
    private final Map<String, Instant> told = new HashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Map<StageName, AdvanceSeries> series = new EnumMap<>(StageName.class);

    /** @param zone whose clock the lines show */
    public Narration(ZoneId zone, Detail detail) {
        this.detail = detail;
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** The line for an event, without line feed; empty when it is nothing a person must see as it happens. */
    public Optional<String> line(Event event) {
        return words(event).map(words -> time.format(event.at()) + " " + event.stage() + " " + words);
    }

    /**
     * Takes note of what others have told already, such as when a stage began.
     *
     * @return the last line of it; empty when there is none
     */
    public Optional<String> heard(List<Event> events) {
        return events.stream().flatMap(event -> line(event).stream()).reduce((earlier, later) -> later);
    }

    /** The same without its time and its stage. */
    public Optional<String> words(Event event) {
        Optional<String> words =
                text(event).map(text -> Visible.line(text.lines().collect(Collectors.joining(" "))));
        return detail == Detail.QUIET && !isGrave(event) ? Optional.empty() : words;
    }

    /** Whether something went wrong, or may. */
    public static boolean isGrave(Event event) {
        return event instanceof Event.Failed
                || Observation.WARNING.text(event).isPresent()
                || CutOverStep.of(event).filter(BAD_ENDS::contains).isPresent();
    }

    /** Whether it is one of many that tell how far a work is. */
    public static boolean isSample(Event event) {
        return Advance.of(event).isPresent() || LagSample.of(event).isPresent();
    }

    private Optional<String> sampled(Event event) {
        Optional<Advance> advance = Advance.of(event);
        if (advance.isEmpty()) {
            return LagSample.of(event).map(LagText::of);
        }
        AdvanceSeries samples = series.computeIfAbsent(event.stage(), stage -> new AdvanceSeries());
        samples.add(event.at(), advance.get());
        return samples.pace().map(PaceText::of);
    }

    private Optional<String> text(Event event) {
        if (event instanceof Event.Started) {
            series.remove(event.stage());
            over.clear();
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
        if (event instanceof Event.Paused) {
            return Optional.of("waits for a person's word" + after(event));
        }
        if (event instanceof Event.AbortBegun) {
            return Optional.of("abort: undoes what the run did");
        }
        if (event instanceof Event.Aborted) {
            return Optional.of("aborted");
        }
        if (event instanceof Event.Observed observed) {
            return observation(observed);
        }
        return CutOverStep.of(event).map(step -> step + details(event)).or(() -> step(event));
    }

    private Optional<String> step(Event event) {
        if (detail != Detail.VERBOSE) {
            return Optional.empty();
        }
        if (event instanceof Event.Intended intended) {
            return Optional.of("about to " + intended.step() + details(intended.details()));
        }
        return event instanceof Event.Reached reached
                ? Optional.of("did " + reached.step() + details(reached.details()))
                : Optional.empty();
    }

    private String after(Event event) {
        return Optional.ofNullable(started.remove(event.stage()))
                .map(from -> " after " + Amounts.duration(Duration.between(from, event.at())))
                .orElse("");
    }

    private static String details(Event event) {
        return event instanceof Event.Reached reached ? details(reached.details()) : "";
    }

    private static String details(Map<String, String> details) {
        return details.isEmpty() ? "" : ": " + list(details);
    }

    private Optional<String> observation(Event.Observed event) {
        Optional<String> warning = Observation.WARNING.text(event);
        if (warning.isPresent()) {
            return warning.map(text -> "warning: " + text);
        }
        Optional<String> accepted = Observation.ACCEPTED.text(event);
        if (accepted.isPresent()) {
            String target = event.values().get("code") + " " + event.values().getOrDefault("subject", "");
            return accepted.map(reason -> "accepted " + target.strip() + ": " + reason);
        }
        Optional<String> load = Observation.LOAD.text(event);
        if (load.isPresent()) {
            return load;
        }
        Optional<String> approved = Observation.APPROVED.text(event);
        if (approved.isPresent()) {
            return approved.map(
                    groups -> "approved by " + event.values().getOrDefault("by", "somebody") + ": " + groups);
        }
        Optional<String> command = Observation.COMMAND.text(event);
        if (command.isPresent()) {
            return command.filter(text -> detail == Detail.VERBOSE).map(text -> "runs " + text);
        }
        Optional<ClientView> seen = ClientSighting.of(event);
        if (seen.isPresent()) {
            return seen.map(ClientWords::of);
        }
        Optional<Duration> locked = Observation.SOURCE_LOCKED.duration(event);
        if (locked.isPresent()) {
            return locked.map(duration -> "source locked for " + Amounts.duration(duration));
        }
        Optional<Duration> kept = Observation.BINLOGS_KEPT.duration(event);
        if (kept.isPresent()) {
            return kept.map(
                    duration -> "the source keeps its binlogs for " + Amounts.duration(duration) + " from now on");
        }
        Optional<String> verdict = Observation.COMPARISON.text(event);
        if (verdict.isPresent()) {
            return verdict.filter(text -> !text.equals("EQUAL"))
                    .map(text -> event.values().get("table") + " is " + text.toLowerCase(Locale.ROOT));
        }
        if (event.what().equals(ClosingWords.WHAT)) {
            return Optional.of(closing(new ClosingWords(event.values())));
        }
        Optional<String> sample = sampled(event);
        if (isTooSoon(event)) {
            return Optional.empty();
        }
        return sample.or(() -> Observation.PREDICTED_PAUSE
                        .duration(event)
                        .map(pause -> "predicted write pause " + Amounts.duration(pause)))
                .or(() -> Optional.of(event.what() + (event.values().isEmpty() ? "" : ": " + list(event.values()))));
    }

    /** In short: sets of transactions may be long. */
    private static String closing(ClosingWords words) {
        return words.text(ClosingWords.SCANNED_FILES).isEmpty()
                ? "it could not be read whether the source wrote anything after the fence"
                : "the source's binlog holds " + words.text(ClosingWords.CHANGES) + " change(s) from the fence to "
                        + words.text(ClosingWords.SCANNED_TO);
    }

    /** What is sampled again and again is told once in a while. */
    private boolean isTooSoon(Event.Observed event) {
        String key = event.stage() + " " + event.what();
        Instant last = told.get(key);
        boolean early = last != null
                && event.at().isBefore(last.plus(SPARING))
                && !event.at().isBefore(last);
        if (early && detail != Detail.VERBOSE && !isFirstAtTheEnd(event, key)) {
            return true;
        }
        told.put(key, event.at());
        return false;
    }

    private boolean isFirstAtTheEnd(Event.Observed event, String key) {
        AdvanceSeries samples = series.get(event.stage());
        boolean atTheEnd = samples != null && samples.percent().equals(Optional.of(100));
        return atTheEnd && Advance.of(event).isPresent() && over.add(key);
    }

    static String list(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }
}
