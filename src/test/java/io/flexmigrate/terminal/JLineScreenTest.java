package io.flexmigrate.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;

/** What is written; what a terminal makes of it is seen in a real one, where a run is looked at. */
class JLineScreenTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private List<String> block = List.of("LOAD 43 %", "x".repeat(200), "漢".repeat(100));
    private final LiveScreen screen;

    JLineScreenTest() throws IOException {
        LineDisciplineTerminal terminal = new LineDisciplineTerminal("test", "xterm", written, StandardCharsets.UTF_8);
        terminal.setSize(new Size(40, 10));
        screen = new JLineScreen(terminal, (columns, rows) -> block);
    }

    private String taken() {
        String text = written.toString(StandardCharsets.UTF_8);
        written.reset();
        return text;
    }

    @Test
    void writesNoLineWiderThanTheTerminal() {
        screen.redraw();
        assertThat(taken())
                .contains("LOAD 43 %", "x".repeat(39), "漢".repeat(19))
                .doesNotContain("x".repeat(40))
                .doesNotContain("漢".repeat(20));
    }

    @Test
    void writesOnlyWhatDiffers() {
        screen.redraw();
        taken();
        screen.redraw();
        assertThat(taken()).isEmpty();
        block = List.of("LOAD 44 %", "x".repeat(200), "漢".repeat(100));
        screen.redraw();
        assertThat(taken()).contains("4").doesNotContain("LOAD").hasSizeLessThan(40);
    }

    @Test
    void putsLinesThatStayBeforeTheBlock() {
        screen.redraw();
        taken();
        screen.line("12:00:00 LOAD started");
        String text = taken();
        assertThat(text.indexOf("12:00:00 LOAD started")).isBetween(0, text.indexOf("LOAD 43 %"));
    }

    @Test
    void takesNoMoreRowsThanThereAre() {
        block = Collections.nCopies(50, "line");
        screen.redraw();
        assertThat(taken().split("line", -1)).hasSize(10);
    }

    @Test
    void leavesTheTerminalAloneOnceItIsGivenBack() {
        screen.redraw();
        screen.close();
        taken();
        screen.redraw();
        screen.line("too late");
        screen.close();
        assertThat(taken()).isEmpty();
    }
}
