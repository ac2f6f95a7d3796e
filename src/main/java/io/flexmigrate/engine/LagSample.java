package io.flexmigrate.engine;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far the target is behind the source at one moment.
 *
 * @param lag until the target had applied what it was waited for, or so far when it has not
 * @param reached whether both threads run and the target has applied what the source had written
 * @param source the source's coordinates that are waited for
 * @param applied the coordinates that the target has applied; empty when it does not say
 * @param flow how fast the distance changes; empty where that is not known or of no interest
 */
public record LagSample(Duration lag, boolean reached, String source, String applied, Optional<Flow> flow) {

    private static final Duration ENDLESS = Duration.ofDays(365);

    /**
     * What flows into the distance and out of it.
     *
     * @param behind bytes of the source's binlog that the target has not applied
     * @param written bytes a second that the source writes
     * @param applied bytes a second that the target applies
     */
    public record Flow(long behind, long written, long applied) {

        /** Whether the target applies no faster than the source writes. */
        public boolean neverEnds() {
            return applied <= written;
        }

        /** How long it takes at this pace; empty when it never ends. */
        public Optional<Duration> left() {
            if (neverEnds()) {
                return Optional.empty();
            }
            double seconds = (double) behind / (applied - written);
            return Optional.of(seconds < ENDLESS.toSeconds() ? Duration.ofMillis(Math.round(1000 * seconds)) : ENDLESS);
        }
    }

    /** As values of an observation. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(Observation.LAG.key(), lag.toString());
        values.put("source", source);
        values.put("applied", applied.isEmpty() ? "nothing" : applied);
        values.put("reached", Boolean.toString(reached));
        flow.ifPresent(now -> {
            values.put("bytes_behind", Long.toString(now.behind()));
            values.put("bytes_written_per_s", Long.toString(now.written()));
            values.put("bytes_applied_per_s", Long.toString(now.applied()));
        });
        return values;
    }

    /** Reads it back; empty when the event is none or not readable. */
    public static Optional<LagSample> of(Event event) {
        return Observation.LAG.duration(event).map(lag -> {
            Map<String, String> values = ((Event.Observed) event).values();
            return new LagSample(
                    lag,
                    Boolean.parseBoolean(values.get("reached")),
                    values.getOrDefault("source", ""),
                    values.getOrDefault("applied", ""),
                    flow(values));
        });
    }

    private static Optional<Flow> flow(Map<String, String> values) {
        try {
            return values.containsKey("bytes_behind")
                    ? Optional.of(new Flow(
                            number(values, "bytes_behind"),
                            number(values, "bytes_written_per_s"),
                            number(values, "bytes_applied_per_s")))
                    : Optional.empty();
        } catch (NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static long number(Map<String, String> values, String key) {
        return Long.parseLong(values.getOrDefault(key, "0"));
    }
}
