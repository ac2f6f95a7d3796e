package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Advance;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.TransientJournal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveScreenTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int COLUMNS = 30;

    private final StringWriter written = new StringWriter();
    private final Screen screen = new LiveScreen(new PrintWriter(written));

    private FakeTerminal shown() {
        return FakeTerminal.showing(written.toString(), COLUMNS);
    }

    @Test
    void rewritesOneLine() {
        screen.rewrite("LOAD 43 % and more");
        screen.rewrite("LOAD 44 %");

        assertThat(shown().text()).isEqualTo("LOAD 44 %");
    }

    @Test
    void cutsWhatIsWiderThanTheTerminal() {
        screen.rewrite("x".repeat(COLUMNS + 5));
        screen.rewrite("LOAD 44 %");

        assertThat(shown().text()).isEqualTo("LOAD 44 %");
    }

    @Test
    void putsLinesThatStayAboveIt() {
        screen.line("12:00:00 LOAD started");
        screen.rewrite("LOAD 44 %");
        screen.line("12:00:01 LOAD warning: slow");

        assertThat(shown().text()).isEqualTo("12:00:00 LOAD started\n12:00:01 LOAD warning: slow\nLOAD 44 %");
    }

    @Test
    void leavesNothingBehind() {
        screen.line("12:00:00 LOAD started");
        screen.rewrite("LOAD 44 %");
        screen.close();
        screen.rewrite("too late");

        assertThat(shown().text()).isEqualTo("12:00:00 LOAD started\n");
        assertThat(shown().wraps()).isTrue();
    }

    @Test
    void leavesTheTerminalInOrderWhenItIsNeverClosed() {
        screen.rewrite("LOAD 44 %");

        assertThat(shown().column()).isZero();
        assertThat(shown().wraps()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, xterm, true", "true, dumb, false", "true, '', true", "false, xterm, false"})
    void isForTerminalsThatCanRewrite(boolean there, String term, boolean live) {
        Terminal terminal = Terminal.of(there, Map.of("TERM", term));

        assertThat(Screen.of(terminal, new PrintWriter(written)).isLive()).isEqualTo(live);
    }

    @Test
    void isRewrittenWithEverySampleAndGoneAtTheEnd() {
        NarratingJournal journal = new NarratingJournal(new TransientJournal(), screen);
        for (int second = 0; second < 30; second++) {
            journal.append(sample(second));
        }
        assertThat(shown().text()).isEqualTo("LOAD 29 % · 29 of 100 rows ·");

        journal.append(new Event.Failed(StageName.LOAD, NOON, "no"));
        assertThat(shown().text()).endsWith(" LOAD failed: no\n").doesNotContain("%");
    }

    @Test
    void tellsSparinglyWhereNothingCanBeRewritten() {
        NarratingJournal journal =
                new NarratingJournal(new TransientJournal(), new LinesOnly(new PrintWriter(written)));
        for (int second = 0; second <= 100; second++) {
            journal.append(sample(second));
        }

        assertThat(written.toString().lines()).hasSize(11).allMatch(line -> line.contains(" LOAD "));
        assertThat(written.toString()).doesNotContain("\u001b");
    }

    private static Event sample(int second) {
        Advance advance = new Advance(0, 0, second, 100, 0, 2, "");
        return new Event.Observed(
                StageName.LOAD, NOON.plusSeconds(second), Observation.LOAD_PROGRESS.what(), advance.values());
    }
}
