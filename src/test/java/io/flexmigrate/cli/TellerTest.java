package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.TransientJournal;
import io.flexmigrate.report.Narration;
import io.flexmigrate.report.Narration.Detail;
import io.flexmigrate.terminal.LiveScreen;
import io.flexmigrate.testing.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TellerTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Event FAILED = new Event.Failed(StageName.LOAD, NOON, "no");

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written);
    private final Narration narration = new Narration(ZoneOffset.UTC, Detail.NORMAL);
    private final Teller lines = new LineTeller(out, narration);
    private final LogTeller log =
            new LogTeller(out, Optional.of("run-1"), new Narration(ZoneOffset.UTC, Detail.VERBOSE));

    private static Event sample(int second) {
        Advance advance = new Advance(0, 0, second, 100, 0, 2, "");
        return new Event.Observed(
                StageName.LOAD, NOON.plusSeconds(second), Observation.LOAD_PROGRESS.what(), advance.values());
    }

    @Test
    void tellsSparinglyInLines() {
        NarratingJournal journal = new NarratingJournal(new TransientJournal(), lines);
        for (int second = 0; second <= 100; second++) {
            journal.append(sample(second));
        }
        assertThat(written.toString().lines()).hasSize(11).allMatch(line -> line.contains(" LOAD "));
        assertThat(written.toString()).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @MethodSource("io.flexmigrate.testing.Samples#events")
    void logsAnyEventAsOneObjectOnOneLine(Event event) throws IOException {
        log.tell(event);

        assertThat(written.toString().lines()).hasSize(1);
        assertThat(written.toString().strip().codePoints()).noneMatch(Character::isISOControl);
        JsonNode line = new JsonMapper().readTree(written.toString());
        assertThat(line.at("/time").asText()).isEqualTo(event.at().toString());
        assertThat(line.at("/run").asText()).isEqualTo("run-1");
        assertThat(line.at("/stage").asText()).isEqualTo(event.stage().name());
        assertThat(line.at("/what").asText()).isNotEmpty();
        assertThat(line.at("/message").asText()).isNotEmpty();
    }

    @Test
    void logsWhatProgramsLookFor() throws IOException {
        log.tell(FAILED);
        log.tell(new Event.Observed(
                StageName.LOAD, NOON, Observation.WARNING.what(), Map.of(Observation.WARNING.key(), "slow")));
        log.tell(sample(5));
        log.note("a note");
        log.end(Status.of(Samples.RUN, Progress.of(List.of(FAILED)), NOON, false));

        assertThat(written.toString().lines().map(line -> line.replaceFirst("\"time\":\"[^\"]+\"", "T")))
                .containsExactly(
                        "{T,\"level\":\"ERROR\",\"run\":\"run-1\",\"stage\":\"LOAD\",\"what\":\"failed\",\"message\":\"failed: no\"}",
                        "{T,\"level\":\"WARN\",\"run\":\"run-1\",\"stage\":\"LOAD\",\"what\":\"warning\",\"message\":\"warning: slow\",\"details\":{\"message\":\"slow\"}}",
                        "{T,\"level\":\"INFO\",\"run\":\"run-1\",\"stage\":\"LOAD\",\"what\":\"load-progress\",\"message\":\"5 % · 5 of 100 rows · 0 of 2 tables\",\"details\":{\"bytes\":\"0\",\"now\":\"\",\"rows\":\"5\",\"tables\":\"0\",\"total_bytes\":\"0\",\"total_rows\":\"100\",\"total_tables\":\"2\"}}",
                        "{T,\"level\":\"INFO\",\"run\":\"run-1\",\"what\":\"note\",\"message\":\"a note\"}",
                        "{T,\"level\":\"INFO\",\"run\":\"run-1\",\"what\":\"end\",\"message\":\"Put the cause of the failure right, then run migrate resume: it goes on from ASSESS.\",\"details\":{\"outlook\":\"FAILED\",\"stage\":\"ASSESS\"}}");
    }

    @Test
    void leavesSamplesToTheBlockAndTellsTheRestInLinesThatStay() {
        List<String> shown = new ArrayList<>();
        try (Teller live = new LiveTeller(new Recording(shown), narration, lines)) {
            live.tell(sample(1));
            live.tell(FAILED);
        }
        assertThat(shown)
                .filteredOn(line -> !line.equals("block"))
                .containsExactly("12:00:00 LOAD failed: no", "closed");
        assertThat(written.toString()).isEmpty();
    }

    @Test
    void goesOnInLinesWhenTheTerminalIsGivenBack() {
        List<String> shown = new ArrayList<>();
        Teller live = new LiveTeller(new Recording(shown), narration, lines);
        Foreground foreground = new Foreground();
        foreground.take(live::close);
        foreground.free();
        live.tell(FAILED);
        live.close();
        assertThat(shown).filteredOn(line -> line.equals("closed")).hasSize(1);
        assertThat(written.toString()).isEqualTo("12:00:00 LOAD failed: no" + System.lineSeparator());
    }

    @Test
    @Timeout(60)
    void isNotHeldByWhoeverHoldsTheTerminal() {
        CountDownLatch held = new CountDownLatch(1);
        LiveScreen blocked = new Recording(new ArrayList<>()) {
            @Override
            public void line(String text) {
                try {
                    held.await();
                } catch (InterruptedException givenUp) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        try (Teller live = new LiveTeller(blocked, narration, lines)) {
            for (int count = 0; count < 1000; count++) {
                live.tell(FAILED);
            }
            assertThat(held.getCount()).isEqualTo(1);
        }
    }

    /** A screen that remembers what it was told. */
    private static class Recording implements LiveScreen {

        private final List<String> shown;

        Recording(List<String> shown) {
            this.shown = shown;
        }

        @Override
        public void line(String text) {
            shown.add(text);
        }

        @Override
        public void redraw() {
            shown.add("block");
        }

        @Override
        public void close() {
            shown.add("closed");
        }
    }
}
