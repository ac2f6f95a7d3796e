package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.ClosingWords;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import io.flexmigrate.testing.EvidenceSamples;
import io.flexmigrate.testing.Samples;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NarrationTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:03:04Z");

    private final Narration narration = new Narration(ZoneId.of("UTC"), Narration.Detail.NORMAL);

    @Test
    void tellsAStageFromBeginningToEnd() {
        assertThat(narration.line(new Event.Started(StageName.DUMP, NOON)))
                .contains("12:03:04 DUMP started: take a consistent snapshot of the source with mydumper");
        assertThat(narration.line(new Event.Produced(StageName.DUMP, NOON, Samples.dumped())))
                .contains("12:03:04 DUMP 5.0 GB at binlog.1000000:5000000000"
                        + " (3e11fa47-71ca-11e1-9e33-c80aa9429562:1-5:domain_a:7-9), source locked for 43 ms");
        assertThat(narration.line(new Event.Confirmed(StageName.DUMP, NOON.plusMillis(12_345))))
                .contains("12:03:16 DUMP done after 12.3 s");
    }

    @Test
    void tellsEveryAcceptanceOnOneLineThatMovesNoCursor() {
        assertThat(narration.line(accepted("", "small"))).contains("12:03:04 ASSESS accepted FM1043: small");
        assertThat(narration.line(accepted("shop.\u001blog", "old")))
                .contains("12:03:04 ASSESS accepted FM1043 shop.\\u001blog: old");
    }

    private static Event accepted(String subject, String reason) {
        return new Event.Observed(
                StageName.ASSESS,
                NOON,
                Observation.ACCEPTED.what(),
                Map.of("code", "FM1043", "subject", subject, Observation.ACCEPTED.key(), reason));
    }

    @Test
    void tellsTheLastWordsOfTheServersInShort() {
        assertThat(narration.line(closing(EvidenceSamples.SPOKEN)))
                .contains("12:03:04 FINISH the source's binlog holds 0 change(s) from the fence to binlog.1000001:154");
        assertThat(narration.line(closing(EvidenceSamples.SILENT)))
                .contains("12:03:04 FINISH it could not be read whether the source wrote anything after the fence");
    }

    private static Event closing(Map<String, String> words) {
        return new Event.Observed(StageName.FINISH, NOON, ClosingWords.WHAT, words);
    }

    @Test
    void showsTheClockOfItsZone() {
        assertThat(new Narration(ZoneId.of("Asia/Kathmandu"), Narration.Detail.NORMAL)
                        .line(new Event.Confirmed(StageName.DUMP, NOON)))
                .contains("17:48:04 DUMP done");
    }

    @Test
    void tellsAFailure() {
        assertThat(narration.line(new Event.Failed(StageName.LOAD, NOON, "myloader\nended")))
                .contains("12:03:04 LOAD failed: myloader ended");
    }

    @Test
    void tellsTheStepsOfTheCutOverAndNoOthers() {
        Map<String, String> details = Map.of("position", "b.1:4", "budget", "3 s");

        assertThat(narration.line(new Event.Reached(StageName.CUT_OVER, NOON, Step.of("FENCED"), details)))
                .contains("12:03:04 CUT_OVER FENCED: budget 3 s, position b.1:4");
        assertThat(narration.line(new Event.Reached(StageName.CUT_OVER, NOON, Step.of("OPEN"), Map.of())))
                .contains("12:03:04 CUT_OVER OPEN");
        assertThat(narration.line(new Event.Reached(StageName.LOAD, NOON, Step.of("create-database"), Map.of())))
                .isEmpty();
        assertThat(narration.line(new Event.Intended(StageName.CUT_OVER, NOON, Step.of("OPEN"), Map.of())))
                .isEmpty();
    }

    @Test
    void tellsLagSparingly() {
        assertThat(narration.line(observed(Observation.LAG, "PT90S", 0))).contains("12:03:04 CATCH_UP lag 1 min 30 s");
        assertThat(narration.line(observed(Observation.LAG, "PT80S", 9))).isEmpty();
        assertThat(narration.line(observed(Observation.LAG, "PT1S", 10))).contains("12:03:14 CATCH_UP lag 1.0 s");
    }

    @Test
    void tellsProgressSparinglyAndItsEndOnce() {
        assertThat(narration.line(progress(0, 0))).contains("12:03:04 DUMP 0 % · 0 bytes of 1.0 KB · 0 of 2 tables");
        assertThat(narration.line(progress(9, 900))).isEmpty();
        assertThat(narration.line(progress(10, 950)).orElse("")).contains(" 95 % · ");
        assertThat(narration.line(progress(12, 1000)).orElse("")).contains(" 100 % · ");
        assertThat(narration.line(progress(13, 1000))).isEmpty();
    }

    @Test
    void tellsOnlyWhatIsWrongToWhoWantsQuiet() {
        Narration quiet = new Narration(ZoneId.of("UTC"), Narration.Detail.QUIET);
        assertThat(quiet.line(new Event.Started(StageName.LOAD, NOON))).isEmpty();
        assertThat(quiet.line(progress(0, 0))).isEmpty();
        assertThat(quiet.line(new Event.Reached(StageName.CUT_OVER, NOON, Step.of("OPEN"), Map.of())))
                .isEmpty();
        assertThat(quiet.line(new Event.Failed(StageName.LOAD, NOON, "no"))).isPresent();
        assertThat(quiet.line(observed(Observation.WARNING, "slow", 0))).isPresent();
        assertThat(quiet.line(new Event.Reached(StageName.CUT_OVER, NOON, Step.of("ABORTED"), Map.of())))
                .isPresent();
    }

    @Test
    void tellsEveryStepAndSampleToWhoWantsAll() {
        Narration verbose = new Narration(ZoneId.of("UTC"), Narration.Detail.VERBOSE);
        Step step = new Step("create-database", "shop");
        assertThat(verbose.line(new Event.Intended(StageName.LOAD, NOON, step, Map.of("a", "b"))))
                .contains("12:03:04 LOAD about to create-database shop: a b");
        assertThat(verbose.line(new Event.Reached(StageName.LOAD, NOON, step, Map.of())))
                .contains("12:03:04 LOAD did create-database shop");
        assertThat(verbose.line(progress(0, 0))).isPresent();
        assertThat(verbose.line(progress(1, 1))).isPresent();
    }

    private static Event progress(int second, long bytes) {
        Advance advance = new Advance(bytes, 1000, 0, 0, bytes == 1000 ? 2 : 0, 2, "");
        return new Event.Observed(
                StageName.DUMP, NOON.plusSeconds(second), Observation.DUMP_PROGRESS.what(), advance.values());
    }

    @Test
    void tellsEveryWarningAndEveryLock() {
        for (int second = 0; second < 2; second++) {
            assertThat(narration
                            .line(observed(Observation.WARNING, "slow", second))
                            .orElse(""))
                    .endsWith("CATCH_UP warning: slow");
            assertThat(narration
                            .line(observed(Observation.SOURCE_LOCKED, "PT0.043S", second))
                            .orElse(""))
                    .endsWith("CATCH_UP source locked for 43 ms");
        }
    }

    @Test
    void tellsWhatItHasNoWordsFor() {
        Event event = new Event.Observed(StageName.LOAD, NOON, "tables", Map.of("of", "9", "done", "3"));

        assertThat(narration.line(event)).contains("12:03:04 LOAD tables: done 3, of 9");
    }

    private static Event observed(Observation observation, String value, int second) {
        return new Event.Observed(
                StageName.CATCH_UP, NOON.plusSeconds(second), observation.what(), Map.of(observation.key(), value));
    }

    @ParameterizedTest
    @MethodSource("io.flexmigrate.testing.Samples#events")
    void hasAtMostOneLineForAnyEvent(Event event) {
        assertThat(narration.line(event).orElse("x").lines()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("io.flexmigrate.testing.Samples#events")
    void hasALineForEveryFact(Event event) {
        assertThat(narration.line(event).isPresent()).isEqualTo(!(event instanceof Event.Intended));
    }
}
