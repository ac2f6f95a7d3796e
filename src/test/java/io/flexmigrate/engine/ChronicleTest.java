package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Chronicle.Attempt;
import io.flexmigrate.engine.Chronicle.End;
import io.flexmigrate.testing.RunSamples;
import io.flexmigrate.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChronicleTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private static Chronicle of(boolean running, Event... events) {
        return Chronicle.of(Samples.RUN, Progress.of(List.of(events)), NOON.plusSeconds(60), running);
    }

    private static Instant at(long second) {
        return NOON.plusSeconds(second);
    }

    @Test
    void tellsEachAttemptOfAStageAndHowItEnded() {
        Chronicle chronicle = of(
                false,
                new Event.Started(StageName.DUMP, at(0)),
                new Event.Failed(StageName.DUMP, at(3), "full"),
                new Event.Started(StageName.DUMP, at(5)),
                new Event.Observed(StageName.DUMP, at(9), "dump-progress", Map.of()),
                new Event.Started(StageName.DUMP, at(20)),
                new Event.Produced(StageName.DUMP, at(24), Samples.dumped()),
                new Event.Confirmed(StageName.DUMP, at(25)),
                new Event.Started(StageName.CUT_OVER, at(30)),
                new Event.Paused(StageName.CUT_OVER, at(31)));

        assertThat(chronicle.attempts())
                .containsExactly(
                        new Attempt(StageName.DUMP, at(0), at(3), End.FAILED),
                        new Attempt(StageName.DUMP, at(5), at(9), End.BROKEN),
                        new Attempt(StageName.DUMP, at(20), at(25), End.DONE),
                        new Attempt(StageName.CUT_OVER, at(30), at(31), End.PAUSED));
    }

    @Test
    void anAttemptGoesOnUntilNowOnlyWhileSomebodyWorksOnIt() {
        Event started = new Event.Started(StageName.LOAD, at(10));

        assertThat(of(true, started).attempts())
                .containsExactly(new Attempt(StageName.LOAD, at(10), at(60), End.AT_WORK));
        assertThat(of(false, started).attempts())
                .containsExactly(new Attempt(StageName.LOAD, at(10), at(10), End.BROKEN));
    }

    @Test
    void tellsHowLongEachStepTook() {
        Chronicle chronicle = of(
                false,
                new Event.Intended(StageName.LOAD, at(1), new Step("load", "a"), Map.of()),
                new Event.Intended(StageName.LOAD, at(2), new Step("load", "b"), Map.of()),
                new Event.Reached(StageName.LOAD, at(4), new Step("load", "a"), Map.of()),
                new Event.Reached(StageName.LOAD, at(5), Step.of("nobody-intended-it"), Map.of()));

        assertThat(chronicle.steps())
                .extracting(step -> step.step().subject() + " " + step.took())
                .containsExactly("a " + Optional.of(Duration.ofSeconds(3)), "b Optional.empty");
    }

    @Test
    void tellsWhichToolsWereStartedAndHow() {
        Chronicle chronicle = of(
                false,
                new Event.Observed(StageName.DUMP, at(1), Observation.COMMAND.what(), Map.of("argv", "mydumper -t 4")));

        assertThat(chronicle.steps())
                .singleElement()
                .satisfies(step -> assertThat(step.step()).hasToString("run mydumper -t 4"));
    }

    @Test
    void tellsTheTablesTheLargestFirst() {
        Chronicle chronicle = RunSamples.chronicle(RunSamples.moved(), false);

        assertThat(chronicle.tables())
                .extracting(table -> table.name() + " " + table.rows() + " "
                        + table.loading().phase() + " " + table.verdict() + " " + table.compared())
                .containsExactly(
                        "shop.orders 2000 LOADED Optional[EQUAL] Optional[PT0.043S]",
                        "shop.carts 10 LOADED Optional.empty Optional.empty");
        assertThat(RunSamples.chronicle(RunSamples.loading(), true).tables())
                .extracting(table -> table.rows() + " " + table.loading().phase())
                .containsExactly("1900 FILLING", "10 INDEXING");
    }

    @Test
    void tellsHowFastTheLoadWas() {
        Chronicle chronicle = RunSamples.chronicle(RunSamples.loading(), true);

        assertThat(chronicle.work()).hasSize(29).allSatisfy(point -> {
            assertThat(point.perSecond()).isEqualTo(1_000_000);
            assertThat(point.inBytes()).isTrue();
        });
    }

    @Test
    void thinsCurvesWithoutLosingAPeak() {
        List<Event> events = new ArrayList<>();
        for (int second = 0; second < 5000; second++) {
            Duration lag = Duration.ofMillis(second == 2345 ? 99_000 : 10);
            events.add(new Event.Observed(
                    StageName.CATCH_UP,
                    at(second),
                    Observation.LAG.what(),
                    Map.of(Observation.LAG.key(), lag.toString())));
        }

        Chronicle chronicle = of(false, events.toArray(Event[]::new));

        assertThat(chronicle.lags()).hasSize(400);
        assertThat(chronicle.lags()).extracting(point -> point.lag().toMillis()).contains(99_000L);
        assertThat(chronicle.lags().get(399).at()).isEqualTo(at(4999));
    }

    @Test
    void tellsHowLongEachTableTookToLoad() {
        assertThat(RunSamples.chronicle(RunSamples.moved(), false).tables())
                .extracting(table ->
                        table.loading().filling() + " " + table.loading().indexing())
                .containsExactly("Optional[PT38S] Optional.empty", "Optional[PT29S] Optional[PT2S]");
    }

    /** A dump that was taken anew fills all tables anew. */
    @Test
    void whatAnOlderDumpFilledDoesNotCount() {
        Map<String, String> older = Map.of("database", "shop", "tables", "`carts`", "dump", "a:1", "rows", "9");
        Chronicle chronicle = RunSamples.chronicle(
                Stream.concat(
                                RunSamples.loading().stream().limit(3),
                                Stream.of(
                                        new Event.Intended(StageName.LOAD, at(30), new Step("load", "carts"), older),
                                        new Event.Reached(StageName.LOAD, at(31), new Step("load", "carts"), older),
                                        new Event.Intended(
                                                StageName.LOAD,
                                                at(40),
                                                new Step("create-database", "shop"),
                                                Map.of("dump", "b:2"))))
                        .toList(),
                true);

        assertThat(chronicle.tables())
                .extracting(table -> table.rows() + " " + table.loading().phase())
                .containsExactly("1900 TO_DO", "12 TO_DO");
    }

    @Test
    void foretellsTheLagOnlyWhileItIsWaitedFor() {
        assertThat(RunSamples.chronicle(RunSamples.catchingUp(), true).lag())
                .hasValueSatisfying(sample -> assertThat(sample.lag()).hasSeconds(10));
        assertThat(RunSamples.chronicle(RunSamples.catchingUp(), false).lag()).isEmpty();
        assertThat(RunSamples.chronicle(RunSamples.moved(), true).lag()).isEmpty();
    }
}
