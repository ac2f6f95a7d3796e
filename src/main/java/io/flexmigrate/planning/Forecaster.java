package io.flexmigrate.planning;

import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.Forecast.Retention;
import io.flexmigrate.model.Forecast.StageTime;
import io.flexmigrate.model.TableSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out how long a migration takes, from sizes and rates alone. */
public record Forecaster(Rates rates, Course course) {

    /** What the stages take beside the bytes: connections, locks, programs that start, and a statement or two for each table. */
    private static final Duration LEAST_START = Duration.ofMillis(200);

    private static final Duration MOST_START = Duration.ofSeconds(3);
    private static final Duration LEAST_PER_TABLE = Duration.ofMillis(1);
    private static final Duration MOST_PER_TABLE = Duration.ofMillis(60);

    /** Rehearsals decide about the pause; this is what the fastest of them gave on one machine. */
    private static final Duration LEAST_PAUSE = Duration.ofMillis(10);

    /**
     * What the plan says of the stages.
     *
     * @param compares whether VERIFY compares
     * @param stableFor how long CATCH_UP watches a lag that is small enough
     * @param budget the longest pause before the cut-over gives up
     */
    public record Course(boolean compares, Duration stableFor, Duration budget) {}

    /**
     * How long the source keeps its binlogs.
     *
     * @param basis where that stands, as a phrase
     */
    public record Kept(Duration time, String basis) {}

    /**
     * The forecast; without tables nothing takes time.
     *
     * @param tables all that moves
     * @param kept empty when the source keeps its binlogs for ever or does not say
     */
    public Forecast forecast(List<TableSize> tables, Optional<Kept> kept) {
        if (tables.isEmpty()) {
            return new Forecast(List.of(), kept.map(time -> new Retention(time.time(), Duration.ZERO, time.basis())));
        }
        double data = tables.stream().mapToDouble(TableSize::dataBytes).sum();
        double indexes = tables.stream().mapToDouble(TableSize::indexBytes).sum();
        List<StageTime> stages = new ArrayList<>();
        stages.add(started(StageName.DUMP, "", data, rates.dump(), tables.size()));
        stages.add(started(StageName.LOAD, "data", data, rates.data(), tables.size()));
        stages.add(stage(StageName.LOAD, "secondary indexes", indexes, rates.indexes()));
        StageTime catchUp = catchUp(new Forecast(stages, Optional.empty()));
        Duration untilLoaded = new Forecast(stages, Optional.empty()).longest();
        stages.add(catchUp);
        if (course.compares()) {
            stages.add(started(StageName.VERIFY, "", data, rates.compare(), tables.size()));
        }
        stages.add(new StageTime(
                StageName.CUT_OVER.name(),
                "write pause",
                min(LEAST_PAUSE, course.budget()),
                course.budget(),
                "cutover.budget of the plan; rehearsals predict it before the fence"));
        return new Forecast(stages, kept.map(time -> retention(time, untilLoaded, catchUp)));
    }

    private static StageTime stage(StageName stage, String part, double bytes, Rate rate) {
        return new StageTime(stage.name(), part, rate.shortest(bytes), rate.longest(bytes), rate.basis());
    }

    private static StageTime started(StageName stage, String part, double bytes, Rate rate, int tables) {
        StageTime work = stage(stage, part, bytes, rate);
        return new StageTime(
                work.stage(),
                part,
                capped(work.shortest().plus(LEAST_START).plus(LEAST_PER_TABLE.multipliedBy(tables))),
                capped(work.longest().plus(MOST_START).plus(MOST_PER_TABLE.multipliedBy(tables))),
                work.basis());
    }

    /** What the source wrote since the dump began, by what the target gains on it. */
    private StageTime catchUp(Forecast before) {
        Rate writes = rates.writes();
        Rate apply = rates.apply();
        Duration shortest =
                Rate.time(writes.slowest() * before.shortest().toMillis() / 1000.0, apply.fastest() - writes.slowest());
        Duration longest =
                Rate.time(writes.fastest() * before.longest().toMillis() / 1000.0, apply.slowest() - writes.fastest());
        return new StageTime(
                StageName.CATCH_UP.name(),
                "",
                capped(shortest.plus(course.stableFor())),
                capped(longest.plus(course.stableFor().multipliedBy(2)).plus(MOST_START)),
                writes.basis() + ", the target " + apply.basis() + " of it to apply, lag stable for "
                        + DurationWords.of(course.stableFor()));
    }

    /** A target that may never catch up is another matter: its receiver has the binlogs all the same. */
    private static Retention retention(Kept kept, Duration untilLoaded, StageTime catchUp) {
        Duration needed = Forecast.isEndless(catchUp.longest()) ? untilLoaded : untilLoaded.plus(catchUp.longest());
        return new Retention(kept.time(), needed, kept.basis() + "; dump, load and catch-up at their longest");
    }

    private static Duration capped(Duration time) {
        return min(time, Forecast.ENDLESS);
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
