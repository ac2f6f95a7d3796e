package io.flexmigrate.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoReportTest {

    private static final Instant START = Instant.parse("2026-01-01T10:00:00Z");

    @Test
    void isGoodOnlyWhenNothingIsWrong() {
        assertThat(report(Set.of(), Set.of(), TrafficTables.TOTAL, List.of()).isGood())
                .isTrue();
        assertThat(report(Set.of("a"), Set.of(), TrafficTables.TOTAL, List.of()).isGood())
                .isFalse();
        assertThat(report(Set.of(), Set.of("x"), TrafficTables.TOTAL, List.of()).isGood())
                .isFalse();
        assertThat(report(Set.of(), Set.of(), TrafficTables.TOTAL - 1, List.of())
                        .isGood())
                .isFalse();
        assertThat(report(Set.of(), Set.of(), TrafficTables.TOTAL, List.of("order_line"))
                        .isGood())
                .isFalse();
    }

    @Test
    void isNotGoodWhenNobodyWrote() {
        TrafficReport silence = seen(Set.of());
        assertThat(new DemoReport(
                                silence,
                                Duration.ofSeconds(1),
                                List.of(),
                                Set.of(),
                                Set.of(),
                                TrafficTables.TOTAL,
                                List.of())
                        .isGood())
                .isFalse();
    }

    @Test
    void tellsThePauseOfTheCutOverApartFromOtherGaps() {
        assertThat(printed(report(Set.of(), Set.of(), TrafficTables.TOTAL, List.of())))
                .containsPattern("write pause +70 ms")
                .containsPattern("longest gap otherwise +200 ms, during DUMP")
                .containsPattern("commits per second +2 on average")
                .contains("0 lost: all 2 acknowledged transactions are on the target.");
    }

    @Test
    void namesWhatIsLost() {
        assertThat(printed(report(Set.of("a"), Set.of(), TrafficTables.TOTAL, List.of())))
                .containsPattern("lost +1, such as \\[a\\]")
                .contains("NOT GOOD");
    }

    private static DemoReport report(Set<String> lost, Set<String> strangers, long total, List<String> differences) {
        List<Event> events = List.of(
                new Event.Started(StageName.DUMP, START),
                new Event.Started(StageName.CUT_OVER, START.plusSeconds(10)),
                new Event.Confirmed(StageName.CUT_OVER, START.plusSeconds(12)));
        return new DemoReport(
                seen(Set.of("a", "b")), Duration.ofSeconds(1), events, lost, strangers, total, differences);
    }

    private static TrafficReport seen(Set<String> acknowledged) {
        List<Gap> gaps = List.of(
                new Gap(START.plusSeconds(1), Duration.ofMillis(200)),
                new Gap(START.plusSeconds(11), Duration.ofMillis(70)));
        return new TrafficReport(new TrafficTables("shop"), acknowledged, Set.of(), 4, 0, gaps);
    }

    private static String printed(DemoReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
