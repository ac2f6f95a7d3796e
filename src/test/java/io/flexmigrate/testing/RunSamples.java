package io.flexmigrate.testing;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as their journals would tell them, with texts in them that a careless page would obey. */
public final class RunSamples {

    public static final String HOSTILE = "<img src=x onerror=alert(1)> & \"quoted\" \u001b[31mred";

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private RunSamples() {}

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    /** One that loads since half a minute. */
    public static List<Event> loading() {
        List<Event> events = new ArrayList<>(assessed());
        done(events, StageName.PREPARE, Samples.prepared(), 5, 6);
        events.add(new Event.Started(StageName.DUMP, at(6)));
        events.add(new Event.Failed(StageName.DUMP, at(8), "mydumper ended with 1: " + HOSTILE));
        done(events, StageName.DUMP, Samples.dumped(), 9, 20);
        events.add(new Event.Started(StageName.LOAD, at(20)));
        events.add(new Event.Intended(StageName.LOAD, at(20), new Step("load", HOSTILE), tables("`orders`")));
        events.add(new Event.Intended(StageName.LOAD, at(21), new Step("load", "shop.carts"), tables("`carts`")));
        for (int second = 21; second <= 50; second++) {
            Advance advance = new Advance(second * 1_000_000L, 80_000_000, 0, 0, 1, 2, "shop.orders");
            events.add(
                    new Event.Observed(StageName.LOAD, at(second), Observation.LOAD_PROGRESS.what(), advance.values()));
        }
        events.add(new Event.Reached(
                StageName.LOAD, at(50), new Step("load", "shop.carts"), tables("`carts`", "10", "`carts`")));
        return events;
    }

    private static Map<String, String> tables(String tables) {
        return Map.of("database", "shop", "tables", tables, "dump", "binlog.000001:4711");
    }

    private static Map<String, String> tables(String tables, String rows, String toIndex) {
        Map<String, String> details = new HashMap<>(tables(tables));
        details.put("rows", rows);
        details.put("to-index", toIndex);
        return details;
    }

    /** One whose target is behind, and applies faster than the source writes. */
    public static List<Event> catchingUp() {
        return moved().stream().filter(event -> !event.at().isAfter(at(80))).toList();
    }

    /** One that has moved its group and ended. */
    public static List<Event> moved() {
        List<Event> events = new ArrayList<>(loading());
        events.add(
                new Event.Reached(StageName.LOAD, at(58), new Step("load", HOSTILE), tables("`orders`", "2000", "")));
        events.add(
                new Event.Intended(StageName.LOAD, at(58), new Step("build-indexes", "shop.carts"), tables("`carts`")));
        events.add(
                new Event.Reached(StageName.LOAD, at(60), new Step("build-indexes", "shop.carts"), tables("`carts`")));
        events.add(new Event.Produced(
                StageName.LOAD,
                at(61),
                new Fact.Loaded(Map.of("shop.orders", 2000L, "shop.carts", 10L), List.of(), List.of())));
        events.add(new Event.Confirmed(StageName.LOAD, at(61)));
        done(events, StageName.ACCOUNTS, Samples.accounts(), 62, 63);
        done(events, StageName.LINK, Samples.linked(), 63, 64);
        events.add(new Event.Started(StageName.CATCH_UP, at(64)));
        for (int second = 65; second <= 90; second++) {
            events.add(new Event.Observed(
                    StageName.CATCH_UP,
                    at(second),
                    Observation.LAG.what(),
                    new LagSample(
                                    Duration.ofSeconds(90 - second),
                                    second == 90,
                                    "binlog.000001:9000",
                                    "binlog.000001:8000",
                                    Optional.of(new LagSample.Flow((90 - second) * 1_000_000L, 500_000, 1_500_000)))
                            .values()));
        }
        events.add(new Event.Produced(StageName.CATCH_UP, at(91), Samples.caughtUp()));
        events.add(new Event.Confirmed(StageName.CATCH_UP, at(91)));
        done(events, StageName.VERIFY, Samples.verified(), 92, 95);
        events.add(new Event.Observed(
                StageName.VERIFY,
                at(95),
                Observation.COMPARISON.what(),
                Map.of("table", "shop.orders", Observation.COMPARISON.key(), "EQUAL", "cost_ms", "43")));
        events.add(new Event.Observed(
                StageName.VERIFY,
                at(95),
                Observation.WARNING.what(),
                Map.of(Observation.WARNING.key(), "the binlog is short: " + HOSTILE)));
        events.add(new Event.Started(StageName.CUT_OVER, at(100)));
        crossing(events, 100, Map.of("group", "shop"));
        events.add(new Event.Produced(StageName.CUT_OVER, at(110), Samples.cutOver()));
        events.add(new Event.Confirmed(StageName.CUT_OVER, at(110)));
        done(events, StageName.FINISH, Samples.finished(), 111, 112);
        return events;
    }

    /** A run of these events, read two seconds after the last. */
    public static Chronicle chronicle(List<Event> events, boolean running) {
        Instant last = events.get(events.size() - 1).at();
        return Chronicle.of(Samples.run(NOON), Progress.of(events), last.plusSeconds(2), running);
    }

    private static List<Event> assessed() {
        List<Event> events = new ArrayList<>();
        done(
                events,
                StageName.ASSESS,
                new Fact.Assessed(
                        "8.0.15",
                        "8.0.40",
                        "0.10.1",
                        List.of("shop"),
                        List.of(
                                new TableSize(new TableName("shop", "carts"), "InnoDB", 12, 16_384, 0, true),
                                new TableSize(
                                        new TableName("shop", "orders"), "InnoDB", 1900, 80_000_000, 1_000_000, true)),
                        List.of(
                                SampleFindings.warning("FM1002", "shop.orders", HOSTILE, "ALTER TABLE ..."),
                                SampleFindings.info("FM1003", "source", "noted")),
                        new Forecast(
                                List.of(
                                        new Forecast.StageTime(
                                                "LOAD", "rows", Duration.ofSeconds(10), Duration.ofMinutes(1), "size"),
                                        new Forecast.StageTime(
                                                "LOAD",
                                                "indexes",
                                                Duration.ofSeconds(1),
                                                Duration.ofMinutes(2),
                                                "size")),
                                Optional.of(new Forecast.Retention(
                                        Duration.ofDays(3), Duration.ofHours(1), "binlog_expire_logs_seconds")))),
                0,
                5);
        return events;
    }

    private static void done(List<Event> events, StageName stage, Fact fact, long from, long to) {
        events.add(new Event.Started(stage, at(from)));
        events.add(new Event.Produced(stage, at(to), fact));
        events.add(new Event.Confirmed(stage, at(to)));
    }

    private static void crossing(List<Event> events, long second, Map<String, String> details) {
        Map<CutOverStep, Map<String, String>> steps = new LinkedHashMap<>();
        steps.put(CutOverStep.READY, Map.of());
        steps.put(
                CutOverStep.REHEARSED,
                Map.of(
                        "rehearsals", "5",
                        "longest_ms", "41",
                        "median_ms", "30",
                        "closing_ms", "10",
                        "flip_ms", "20",
                        "predicted_ms", "71"));
        steps.put(CutOverStep.FENCED, Map.of("ms", "5"));
        steps.put(CutOverStep.DRAINED, Map.of("ms", "20"));
        steps.put(CutOverStep.VERIFIED, Map.of("ms", "50"));
        steps.put(CutOverStep.OPENING, Map.of("ms", "60"));
        steps.put(CutOverStep.OPEN, Map.of("ms", "64"));
        steps.put(CutOverStep.FLIPPED, Map.of());
        steps.put(CutOverStep.DONE, Map.of());
        steps.forEach((step, more) -> {
            Map<String, String> all = new HashMap<>(details);
            all.putAll(more);
            Instant when = at(second).plusMillis(step.compareTo(CutOverStep.FLIPPED) >= 0 ? 36 : 0);
            events.add(new Event.Reached(StageName.CUT_OVER, when, step.step(), all));
        });
    }
}
