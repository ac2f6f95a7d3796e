package io.flexmigrate.report;

import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.Forecast.StageTime;
import io.flexmigrate.planning.DurationWords;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A forecast as people read it: what each stage takes and why, or beside what it took. */
public final class ForecastText {

    private static final String LINE = "  %-10s  %-26s  %s\n";

    /** Ranges with what they rest on, a line or two for each stage; empty when nothing is foreseen. */
    public String write(Forecast forecast) {
        if (forecast.stages().isEmpty()) {
            return "";
        }
        String stages = forecast.stages().stream()
                .map(time -> String.format(
                        Locale.ROOT,
                        LINE,
                        time.stage(),
                        range(time.shortest(), time.longest()),
                        (time.part().isEmpty() ? "" : time.part() + ": ") + time.basis()))
                .collect(Collectors.joining());
        return stages
                + forecast.retention()
                        .map(retention -> String.format(
                                Locale.ROOT,
                                "  binlogs are kept for %s, needed for %s (%s)\n",
                                DurationWords.of(retention.kept()),
                                DurationWords.of(retention.needed()),
                                retention.basis()))
                        .orElse("");
    }

    /**
     * Ranges beside facts; empty when nothing is foreseen.
     *
     * @param took by the name of the stage, as far as it is known
     */
    String beside(Forecast forecast, Map<String, Duration> took) {
        List<StageTime> all = stages(forecast);
        if (all.isEmpty()) {
            return "";
        }
        String lines = all.stream()
                .map(time -> String.format(
                        Locale.ROOT,
                        LINE,
                        time.stage(),
                        range(time.shortest(), time.longest()),
                        Optional.ofNullable(took.get(time.stage()))
                                .map(Amounts::duration)
                                .orElse("")))
                .map(line -> line.stripTrailing() + "\n")
                .collect(Collectors.joining());
        return String.format(Locale.ROOT, LINE, "stage", "forecast", "took") + lines;
    }

    /** Parts of a stage added up. */
    private static List<StageTime> stages(Forecast forecast) {
        Map<String, StageTime> sums = new LinkedHashMap<>();
        forecast.stages().forEach(time -> sums.merge(time.stage(), time, ForecastText::sum));
        return List.copyOf(sums.values());
    }

    private static StageTime sum(StageTime one, StageTime other) {
        return new StageTime(
                one.stage(),
                "",
                one.shortest().plus(other.shortest()),
                one.longest().plus(other.longest()),
                one.basis());
    }

    static String range(Duration shortest, Duration longest) {
        if (Forecast.isEndless(longest)) {
            return (Forecast.isEndless(shortest) ? "" : Amounts.duration(shortest) + " or ") + "without end";
        }
        return shortest.equals(longest)
                ? Amounts.duration(longest)
                : Amounts.duration(shortest) + " to " + Amounts.duration(longest);
    }
}
