package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Fingerprints;
import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.GtidSet;
import io.flexmigrate.testing.SampleFindings;
import io.flexmigrate.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final RunLabel RUN = Samples.run(NOON);
    private static final BinlogCoordinates START = new BinlogCoordinates("binlog.000003", 1547);

    private final List<Event> events = new ArrayList<>();

    private String text(boolean running) {
        return new StatusText(ZoneId.of("UTC"), Catalogue.of(List.of()))
                .write(Status.of(RUN, Progress.of(events), NOON.plusSeconds(30), running));
    }

    private void done(StageName stage, Fact fact) {
        events.add(new Event.Started(stage, NOON));
        events.add(new Event.Produced(stage, NOON, fact));
        events.add(new Event.Confirmed(stage, NOON.plusSeconds(2)));
    }

    @Test
    void saysWhatTheEndHasLeftForAPerson() {
        done(StageName.FINISH, new Fact.Finished(List.of(), List.of("The account of_migrate is still there.")));

        assertThat(text(false)).contains("\nLeft for you\n  The account of_migrate is still there.\n");
    }

    private void failLoad() {
        Finding finding = SampleFindings.warning("FM1002", "shop.log", "has no primary key", "add one");
        done(
                StageName.ASSESS,
                new Fact.Assessed("8.0.15", "8.0.15", "0.10.1", List.of(), List.of(), List.of(finding), Forecast.NONE));
        done(StageName.PREPARE, new Fact.Prepared(Map.of()));
        done(
                StageName.DUMP,
                new Fact.Dumped(
                        "/d",
                        START,
                        GtidSet.EMPTY,
                        Duration.ofMillis(43),
                        306_000_000,
                        List.of(),
                        List.of(),
                        Fingerprints.NONE));
        events.add(new Event.Started(StageName.LOAD, NOON));
        events.add(new Event.Failed(StageName.LOAD, NOON.plusSeconds(7), "myloader ended with 1"));
    }

    @Test
    void showsARunThatFailed() {
        failLoad();

        assertThat(text(false)).isEqualTo("""
                        shop: run shop-1, begun 2026-11-22 12:00:00 by migrate 0.1.0

                        [x] ASSESS    done                2.0 s  source 8.0.15, target 8.0.15, 0 tables, 1 finding
                        [x] PREPARE   done                2.0 s  0 settings changed
                        [x] DUMP      done                2.0 s  306.0 MB at binlog.000003:1547, source locked for 43 ms
                        [!] LOAD      failed              7.0 s  load the snapshot into the target with myloader
                        [ ] ACCOUNTS  to do                      copy the accounts, locked, or see that they are there
                        [ ] LINK      to do                      start replication from the snapshot's coordinates
                        [ ] CATCH_UP  to do                      wait until the target has applied all the source wrote
                        [ ] VERIFY    to do                      compare all definitions and every table, while it still changes
                        [ ] CUT_OVER  to do                      move the writes inside a budgeted pause
                        [ ] FINISH    to do                      remove the link, enable events, restore settings

                        Numbers
                          snapshot at             binlog.000003:1547
                          source locked for       43 ms

                        Findings
                        WARNING   FM1002
                                  shop.log
                                    has no primary key
                                    To do:
                                      add one

                        Last failure
                          2026-11-22 12:00:07  LOAD  myloader ended with 1

                        Next: Put the cause of the failure right, then run migrate resume: it goes on from LOAD.
                        """);
    }

    @Test
    void showsTheForecastBesideWhatTheStagesTook() {
        Forecast forecast = new Forecast(
                List.of(
                        new Forecast.StageTime("DUMP", "", Duration.ofSeconds(1), Duration.ofSeconds(4), "assumed"),
                        new Forecast.StageTime("LOAD", "data", Duration.ofSeconds(3), Duration.ofSeconds(9), "assumed"),
                        new Forecast.StageTime(
                                "LOAD", "indexes", Duration.ofSeconds(1), Duration.ofSeconds(2), "assumed"),
                        new Forecast.StageTime("CATCH_UP", "", Duration.ofSeconds(5), Forecast.ENDLESS, "assumed")),
                Optional.empty());
        done(
                StageName.ASSESS,
                new Fact.Assessed("8.0.15", "8.0.15", "0.10.1", List.of(), List.of(), List.of(), forecast));
        done(
                StageName.DUMP,
                new Fact.Dumped(
                        "/d", START, GtidSet.EMPTY, Duration.ofMillis(43), 1, List.of(), List.of(), Fingerprints.NONE));

        assertThat(text(false)).contains("""

                        Forecast and fact
                          stage       forecast                    took
                          DUMP        1.0 s to 4.0 s              2.0 s
                          LOAD        4.0 s to 11.0 s
                          CATCH_UP    5.0 s or without end
                        """);
    }

    @Test
    void showsTheStageAtWork() {
        failLoad();
        events.add(new Event.Started(StageName.LOAD, NOON.plusSeconds(10)));

        assertThat(text(true))
                .contains("[>] LOAD      running            20.0 s  load the snapshot")
                .contains("myloader (attempt 2)\n")
                .endsWith("Next: Nothing: LOAD is under way.\n");
        assertThat(text(false))
                .contains("[>] LOAD      interrupted        0.0 ms  load")
                .endsWith("Next: Run migrate resume: it goes on from LOAD.\n");
    }

    @Test
    void showsHowFarTheStageAtWorkIs() {
        events.add(new Event.Started(StageName.LOAD, NOON));
        sampleLoad();

        assertThat(text(true))
                .contains("[>] LOAD      running            30.0 s  30 % · 3.0 of 10.0 KB · 0 of 2 tables"
                        + " · 100 bytes/s · about 70 s left · shop.orders\n");
        assertThat(text(false)).contains("load the snapshot into the target").doesNotContain("30 %");
    }

    private void sampleLoad() {
        for (int second = 0; second <= 30; second++) {
            Advance advance = new Advance(second * 100L, 10_000, 0, 0, 0, 2, "shop.orders");
            events.add(new Event.Observed(
                    StageName.LOAD, NOON.plusSeconds(second), Observation.LOAD_PROGRESS.what(), advance.values()));
        }
    }

    @Test
    void showsWhatWasForeseenBesideWhatCame() {
        events.add(new Event.Started(StageName.LOAD, NOON));
        sampleLoad();
        events.add(new Event.Produced(StageName.LOAD, NOON.plusSeconds(125), Samples.loaded()));

        assertThat(text(true)).contains("""

                        Predicted and come
                          LOAD      at 25 % the end was predicted for 12:01:40; it came 25.0 s later (25 % of what was left)
                        """);
    }

    @Test
    void showsTheCutOver() {
        events.add(new Event.Started(StageName.CUT_OVER, NOON));
        events.add(new Event.Reached(StageName.CUT_OVER, NOON, Step.of("READY"), Map.of()));
        events.add(new Event.Reached(
                StageName.CUT_OVER, NOON.plusMillis(7), Step.of("FENCED"), Map.of("position", "binlog.000003:9")));
        events.add(new Event.Produced(
                StageName.CUT_OVER,
                NOON,
                new Fact.CutOver(List.of(new Fact.Move(
                        "shop",
                        List.of("shop"),
                        START,
                        Duration.ofMillis(71),
                        Duration.ofMillis(64),
                        2,
                        Optional.empty())))));

        assertThat(text(true)).contains("[>] CUT_OVER  checking").contains("""

                          write pause, predicted  71 ms
                          write pause, measured   64 ms

                        Cut-over
                          12:00:00.000  READY
                          12:00:00.007  FENCED  position binlog.000003:9
                        """);
    }

    @Test
    void tellsAPersonToLookWhenItIsUncertain() {
        events.add(new Event.Started(StageName.CUT_OVER, NOON));
        events.add(new Event.Reached(StageName.CUT_OVER, NOON, Step.of("UNCERTAIN"), Map.of()));

        assertThat(text(false)).contains("[!] CUT_OVER  uncertain").contains("Next: STOP: it is not known who owns");
    }

    @Test
    void saysHowToGoOnFromAGate() {
        Arrays.stream(StageName.values())
                .filter(stage -> stage.compareTo(StageName.CUT_OVER) < 0)
                .forEach(stage -> events.add(new Event.Confirmed(stage, NOON)));

        assertThat(text(false)).endsWith("Next: Run migrate cutover when the writes may move.\n");
    }

    @Test
    void saysThatNothingIsLeftToDo() {
        Arrays.stream(StageName.values()).forEach(stage -> events.add(new Event.Confirmed(stage, NOON)));

        assertThat(text(false)).endsWith("Next: Nothing: the migration is finished.\n");
    }
}
