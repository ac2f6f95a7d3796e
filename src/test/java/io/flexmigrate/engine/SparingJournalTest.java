package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SparingJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Journal kept = new TransientJournal();
    private final Journal journal = new SparingJournal(kept);

    private static Event sample(int second) {
        Advance advance = new Advance(second, 1_000_000, 0, 0, 0, 3, "");
        return new Event.Observed(
                StageName.LOAD, NOON.plusSeconds(second), Observation.LOAD_PROGRESS.what(), advance.values());
    }

    private void samples(int from, int to) {
        for (int second = from; second <= to; second++) {
            journal.append(sample(second));
        }
    }

    @Test
    void keepsEverySampleOfTheFirstMinute() {
        samples(0, 60);

        assertThat(kept.events()).hasSize(61);
    }

    @Test
    void keepsOneEveryTenSecondsOfALongWork() {
        samples(0, 3_600);
        int hour = kept.events().size();
        samples(3_601, 7_200);

        assertThat(hour).isLessThan(700);
        assertThat(kept.events().size() - hour).isEqualTo(360);
    }

    @Test
    void keepsTheNewestSampleBeforeTheEnd() {
        samples(0, 3_609);
        Event end = new Event.Failed(StageName.LOAD, NOON.plusSeconds(3_610), "myloader ended");
        journal.append(end);

        assertThat(last(2)).containsExactly(sample(3_609), end);
    }

    @Test
    void keepsNoSampleTwice() {
        samples(0, 60);
        journal.append(new Event.Failed(StageName.LOAD, NOON.plusSeconds(61), "myloader ended"));

        assertThat(kept.events()).doesNotHaveDuplicates();
    }

    @Test
    void beginsAnewWithTheNextAttempt() {
        samples(0, 3_600);
        journal.append(new Event.Started(StageName.LOAD, NOON.plusSeconds(3_601)));
        int before = kept.events().size();
        samples(3_602, 3_631);

        assertThat(kept.events()).hasSize(before + 30);
    }

    @Test
    void keepsSamplesThoughTheClockWentBack() {
        samples(1_000, 1_010);
        samples(0, 10);

        assertThat(kept.events()).hasSize(22);
    }

    @Test
    void keepsFewerSamplesOfTheLagTheLongerItIsWaited() {
        for (int second = 0; second <= 7_200; second++) {
            journal.append(new Event.Observed(
                    StageName.CATCH_UP, NOON.plusSeconds(second), Observation.LAG.what(), Map.of("lag", "PT1S")));
        }

        assertThat(kept.events()).hasSizeBetween(720, 1_060);
    }

    @Test
    void letsEverythingElsePassAtOnce() {
        List<Event> others = Samples.events().stream()
                .filter(event ->
                        Advance.of(event).isEmpty() && LagSample.of(event).isEmpty())
                .toList();
        others.forEach(journal::append);

        assertThat(kept.events()).containsExactlyElementsOf(others);
    }

    private List<Event> last(int number) {
        List<Event> events = journal.events();
        return events.subList(events.size() - number, events.size());
    }
}
