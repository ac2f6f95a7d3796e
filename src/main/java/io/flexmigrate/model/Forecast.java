package io.flexmigrate.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a migration is expected to take.
 *
 * @param stages the stages that take time, in their order
 * @param retention until when the source keeps the binlog the link needs; empty when it keeps it for ever or does not say
 */
public record Forecast(List<StageTime> stages, Optional<Retention> retention) {

    /** Nothing is foreseen. */
    public static final Forecast NONE = new Forecast(List.of(), Optional.empty());

    /** Longer than anything is waited for: what is forecast to take so long may never end. */
    public static final Duration ENDLESS = Duration.ofDays(36_500);

    /** Whether a time of a forecast may never end. */
    public static boolean isEndless(Duration time) {
        return time.compareTo(ENDLESS) >= 0;
    }

    public Forecast {
        stages = List.copyOf(stages);
    }

    /**
     * One stage, or a part of it.
     *
     * @param stage name of the stage, such as {@code LOAD}
     * @param part what of it, such as {@code secondary indexes}; empty for the whole stage
     * @param shortest the lower end of the range
     * @param longest the upper end of the range
     * @param basis what the range rests on, as a phrase
     */
    public record StageTime(String stage, String part, Duration shortest, Duration longest, String basis) {}

    /**
     * The binlog's life against the time until replication runs.
     *
     * @param kept how long the source keeps a binlog file
     * @param needed how long the file of the snapshot must live at the upper end of the forecast
     * @param basis what the two rest on, as a phrase
     */
    public record Retention(Duration kept, Duration needed, String basis) {

        public boolean isEnough() {
            return kept.compareTo(needed) >= 0;
        }
    }

    /** The sum of the upper ends. */
    public Duration longest() {
        return stages.stream().map(StageTime::longest).reduce(Duration.ZERO, Duration::plus);
    }

    /** The sum of the lower ends. */
    public Duration shortest() {
        return stages.stream().map(StageTime::shortest).reduce(Duration.ZERO, Duration::plus);
    }
}
