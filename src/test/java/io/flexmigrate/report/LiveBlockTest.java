package io.flexmigrate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.testing.RunSamples;
import io.flexmigrate.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiveBlockTest {

    private static final LiveBlock BLOCK = new LiveBlock(ZoneOffset.UTC, false);
    private static final String HINT = "Ctrl-C stops it in good order.";
    private static final int HIGH = 40;

    private static LiveView view(List<Event> events, boolean running, Duration later) {
        Instant last = events.get(events.size() - 1).at();
        Instant begun = events.get(0).at();
        Status status = Status.of(Samples.run(begun), Progress.of(events), last, running);
        return new LiveView(status, last, last, last.plus(later), HINT);
    }

    private static LiveView view(List<Event> events) {
        return view(events, true, Duration.ofSeconds(1));
    }

    private static String drawn(List<Event> events, int width) {
        return String.join("\n", BLOCK.lines(view(events), width, HIGH));
    }

    private static List<Event> first(List<Event> events, int size) {
        return new ArrayList<>(events.subList(0, size));
    }

    @Test
    void showsALoadAtAGlance() {
        assertThat(drawn(RunSamples.loading(), 100)).isEqualTo("""
                -- shop running, begun 51.0 s ago: db1.example.com:3306 to shop.mysql.database.azure.com:3306 ------
                [x] ASSESS          5.0 s  source 8.0.15, target 8.0.40, 2 tables, 2 findings
                [x] PREPARE         1.0 s  2 settings changed
                [x] DUMP           11.0 s  5.0 GB at binlog.1000000:5000000000 (3e11fa47-71ca-11e1-9e33-c80aa9429...
                [>] LOAD           31.0 s  50.0 of 80.0 MB · 1 of 2 tables · shop.orders
                    ████████████████████████░░░░░░░░░░░░░░░░  62 %  1.0 MB/s · about 30 s left
                [ ] ACCOUNTS               copy the accounts, locked, or see that they are there
                [ ] LINK                   start replication from the snapshot's coordinates
                [ ] CATCH_UP               wait until the target has applied all the source wrote
                [ ] VERIFY                 compare all definitions and every table, while it still changes
                [ ] CUT_OVER               move the writes inside a budgeted pause
                [ ] FINISH                 remove the link, enable events, restore settings
                    Binlogs kept   2 d 23 h more at least, until 2026-11-25 12:00:09 +00:00
                    Source locked  43 ms for the snapshot
                Ctrl-C stops it in good order.""");
    }

    static Stream<Arguments> momentsAndSizes() {
        List<Event> run = RunSamples.moved();
        return IntStream.rangeClosed(1, run.size())
                .filter(size -> size % 3 == 0 || size > run.size() - 20)
                .boxed()
                .flatMap(size -> Stream.of(12, 80, 160).map(width -> Arguments.of(size, width)));
    }

    @ParameterizedTest
    @MethodSource("momentsAndSizes")
    void fitsAtAnyMomentOfARunAndSteersNoTerminal(int size, int width) {
        for (boolean running : List.of(true, false)) {
            LiveView view = view(first(RunSamples.moved(), size), running, Duration.ofSeconds(1));
            for (int height : List.of(1, 5, 18, HIGH)) {
                assertThat(BLOCK.lines(view, width, height))
                        .isNotEmpty()
                        .hasSizeLessThanOrEqualTo(height)
                        .allSatisfy(line -> {
                            assertThat(Columns.of(line)).isLessThanOrEqualTo(width);
                            assertThat(line.codePoints()).noneMatch(Character::isISOControl);
                        });
            }
        }
    }

    @Test
    void cutsWideCharactersByTheColumnsTheyTake() {
        List<Event> events = first(RunSamples.loading(), RunSamples.loading().size());
        events.add(sample(51, 51, "商店.訂單\u001b[2J\u202e🐬".repeat(9)));
        for (int width = 30; width < 90; width++) {
            String shown = drawn(events, width);
            assertThat(shown.lines())
                    .allMatch(line -> Columns.of(line) < 90)
                    .noneMatch(line -> line.contains("\u001b"));
            int most = shown.lines().mapToInt(Columns::of).max().orElse(0);
            assertThat(most).isEqualTo(width);
        }
    }

    @Test
    void givesUpTheLeastWhereThereIsLittleRoom() {
        LiveView view = view(RunSamples.loading());
        assertThat(BLOCK.lines(view, 80, 1)).singleElement().asString().startsWith("[>] LOAD ");
        assertThat(BLOCK.lines(view, 80, 2).get(1)).contains("62 %");
        assertThat(String.join("\n", BLOCK.lines(view, 80, 7)))
                .startsWith("-- shop")
                .contains("Binlogs kept")
                .contains("[x] DUMP")
                .doesNotContain("[x] ASSESS")
                .doesNotContain("[ ] FINISH");
    }

    @Test
    void foreseesNothingBeforeThereIsEvidence() {
        List<Event> events = new ArrayList<>(List.of(new Event.Started(StageName.LOAD, at(0))));
        events.add(sample(1, 1, "shop.orders"));
        assertThat(drawn(events, 80)).contains("1 %  time left not known");
        events.add(sample(2, 2, "shop.orders"));
        assertThat(drawn(events, 80)).contains("2 %  1.0 MB/s · time left not known");
        IntStream.rangeClosed(3, 10).forEach(second -> events.add(sample(second, second, "shop.orders")));
        assertThat(drawn(events, 80))
                .contains("12 %  1.0 MB/s · about 70 s left")
                .doesNotContain("not known");
    }

    @Test
    void foreseesNothingAnyMoreOfWhatIsNotHeardOf() {
        LiveView silent = view(RunSamples.loading(), true, Duration.ofSeconds(35));
        assertThat(String.join("\n", BLOCK.lines(silent, 80, HIGH)))
                .contains("62 %  nothing heard for 35.0 s")
                .contains("[>] LOAD        1 min 5 s  ")
                .doesNotContain("left")
                .doesNotContain("MB/s");
    }

    @Test
    void showsHowTheLagGoes() {
        List<Event> events = new ArrayList<>(List.of(new Event.Started(StageName.CATCH_UP, at(0))));
        for (int second = 1; second <= 200; second++) {
            events.add(lag(second, Optional.of(new LagSample.Flow(30_000_000, 1_000_000, 3_000_000))));
        }
        assertThat(drawn(events, 80))
                .contains("[>] CATCH_UP   3 min 21 s  lag 1 min 40 s, catching up at 3.0x, about 15 s left")
                .contains("    Lag            1 min 40 s, at most 4 min 59 s  ██");
        assertThat(drawn(events, 80).lines().filter(line -> line.contains("Lag ")))
                .allMatch(line -> Columns.of(line) == 80);
        assertThat(String.join("\n", BLOCK.lines(view(events, true, Duration.ofMinutes(1)), 80, HIGH)))
                .contains("lag 1 min 40 s, nothing heard for 1 min 0 s")
                .doesNotContain("left");
    }

    @Test
    void warnsOfBinlogsThatGoSoon() {
        LiveView soon = view(RunSamples.loading(), true, Duration.ofHours(71));
        assertThat(String.join("\n", BLOCK.lines(soon, 100, HIGH))).contains("59 min 19 s more at least");
        LiveView over = view(RunSamples.loading(), true, Duration.ofHours(73));
        assertThat(String.join("\n", BLOCK.lines(over, 100, HIGH))).contains("the time is over");
    }

    @Test
    void countsFromWhatTheSourceWasMadeToKeep() {
        List<Event> events = first(RunSamples.loading(), RunSamples.loading().size());
        events.add(new Event.Observed(
                StageName.PREPARE,
                at(51),
                Observation.BINLOGS_KEPT.what(),
                Map.of(Observation.BINLOGS_KEPT.key(), "PT240H")));
        assertThat(drawn(events, 100)).contains("until 2026-12-02 12:00:09");
    }

    @Test
    void showsTheLastWarningsAndHowManyThereWere() {
        List<Event> events = first(RunSamples.loading(), RunSamples.loading().size());
        for (int number = 1; number <= 5; number++) {
            events.add(new Event.Observed(
                    StageName.LOAD,
                    at(51),
                    Observation.WARNING.what(),
                    Map.of(Observation.WARNING.key(), "slow\n" + number)));
        }
        assertThat(drawn(events, 80)).contains("""
                          ! 3 earlier warnings: migrate status shows them
                          ! 12:00:51 LOAD slow\\n4
                          ! 12:00:51 LOAD slow\\n5
                        """);
    }

    @Test
    void saysWhatToDoWhenNobodyWorksOnIt() {
        List<Event> events = first(RunSamples.loading(), RunSamples.loading().size());
        assertThat(String.join("\n", BLOCK.lines(view(events, false, Duration.ZERO), 80, HIGH)))
                .startsWith("-- shop interrupted: ")
                .contains("[>] LOAD           30.0 s  interrupted: load the snapshot")
                .endsWith("Next: Run migrate resume: it goes on from LOAD.");
        events.add(new Event.Failed(StageName.LOAD, at(52), "myloader ended"));
        assertThat(String.join("\n", BLOCK.lines(view(events, false, Duration.ZERO), 80, HIGH)))
                .contains("[!] LOAD")
                .contains("  ! 12:00:52 LOAD failed: myloader ended");
    }

    @Test
    void paintsOnlyWhereItMay() {
        LiveView view = view(RunSamples.loading());
        String painted = String.join("\n", new LiveBlock(ZoneOffset.UTC, true).lines(view, 80, HIGH));
        assertThat(painted).contains("\u001b[1;32m[x]\u001b[0m ASSESS");
        assertThat(painted.replaceAll("\u001b\\[[0-9;]+m", ""))
                .isEqualTo(String.join("\n", BLOCK.lines(view, 80, HIGH)));
    }

    private static Instant at(long second) {
        return Instant.parse("2026-11-22T12:00:00Z").plusSeconds(second);
    }

    private static Event sample(int second, long megabytes, String now) {
        Advance advance = new Advance(megabytes * 1_000_000, 80_000_000, 0, 0, 1, 2, now);
        return new Event.Observed(StageName.LOAD, at(second), Observation.LOAD_PROGRESS.what(), advance.values());
    }

    private static Event lag(int second, Optional<LagSample.Flow> flow) {
        LagSample sample = new LagSample(Duration.ofSeconds(300 - second), false, "b.1:4", "b.1:4", flow);
        return new Event.Observed(StageName.CATCH_UP, at(second), Observation.LAG.what(), sample.values());
    }
}
