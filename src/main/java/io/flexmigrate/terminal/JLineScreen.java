package io.flexmigrate.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.ShutdownHooks;

/** Draws with JLine, which writes only what differs from what is on the screen. */
final class JLineScreen implements LiveScreen {

    /** Some terminals do not tell. */
    private static final Size USUAL = new Size(80, 24);

    /** DECAWM of the VT100, which terminals have had in common since, though not all of their descriptions say so. */
    private static final String WITHOUT_WRAPPING = "\u001b[?7l";

    private static final String WITH_WRAPPING = "\u001b[?7h";

    private final Terminal terminal;
    private final Drawing drawing;
    private final Display display;
    private Size size;
    private List<AttributedString> shown = List.of();
    private boolean closed;
    private volatile boolean resized;

    JLineScreen(Terminal terminal, Drawing drawing) {
        this.terminal = terminal;
        this.drawing = drawing;
        this.display = new Display(terminal, false);
        this.size = measured();
        display.resize(size.getRows(), size.getColumns());
    }

    /** Takes the block away when the program is ended: before the terminal is closed, which JLine does in a task of its own. */
    private static final class Ending implements ShutdownHooks.Task {

        private volatile Optional<JLineScreen> screen = Optional.empty();

        @Override
        public void run() {
            screen.ifPresent(JLineScreen::close);
        }
    }

    static Optional<LiveScreen> open(Drawing drawing) {
        // the earlier task is run first
        Ending ending = ShutdownHooks.add(new Ending());
        try {
            // because the other providers load native code, and for one size now and then stty will do
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
                    .dumb(false)
                    // because JLine would have a signal end us at once, without the cleaning up that the JVM begins then
                    .nativeSignals(false)
                    .build();
            // because whatever is typed would move the cursor that we rely on
            terminal.echo(false);
            JLineScreen screen = new JLineScreen(terminal, drawing);
            ending.screen = Optional.of(screen);
            terminal.handle(Terminal.Signal.WINCH, unused -> screen.resized = true);
            terminal.handle(Terminal.Signal.CONT, unused -> screen.goOn());
            return Optional.of(screen);
        } catch (IOException | IllegalStateException noTerminal) {
            return Optional.empty();
        }
    }

    private Size measured() {
        Size measured = terminal.getSize();
        return measured.getColumns() > 0 && measured.getRows() > 0 ? measured : USUAL;
    }

    @Override
    public synchronized void line(String text) {
        if (closed) {
            return;
        }
        settle();
        draw(List.of());
        terminal.writer().println(text);
        redraw();
    }

    @Override
    public synchronized void redraw() {
        if (!closed) {
            settle();
            draw(block());
            terminal.flush();
        }
    }

    /** Without wrapping, because a terminal that has become narrower must not be told so by lines that go on in the next. */
    private void draw(List<AttributedString> lines) {
        if (!lines.equals(shown)) {
            shown = lines;
            terminal.writer().print(WITHOUT_WRAPPING);
            display.update(lines, 0, false);
            terminal.writer().print(WITH_WRAPPING);
        }
    }

    private List<AttributedString> block() {
        List<String> lines = drawing.lines(size.getColumns(), size.getRows());
        List<AttributedString> block = new ArrayList<>();
        for (int index = 0; index < Math.min(lines.size(), size.getRows() - 1); index++) {
            // a line that ends in no line feed counts as one that goes on in the next, to the terminal too
            block.add(new AttributedStringBuilder()
                    .append(AttributedString.fromAnsi(lines.get(index)).columnSubSequence(0, size.getColumns() - 1))
                    .append("\n")
                    .toAttributedString());
        }
        return block;
    }

    /** Where the terminal may have broken all lines anew: not at once, because one that is drawn upon meanwhile is drawn upon wrongly. */
    private void settle() {
        if (!resized) {
            return;
        }
        resized = false;
        size = measured();
        eraseFromHere();
        display.reset();
        display.resize(size.getRows(), size.getColumns());
        shown = List.of();
    }

    /** In two parts, because a terminal that is cleared from its first place keeps what was there as history. */
    private void eraseFromHere() {
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.save_cursor);
        terminal.puts(Capability.clr_eol);
        terminal.puts(Capability.parm_down_cursor, 1);
        terminal.puts(Capability.clr_eos);
        terminal.puts(Capability.restore_cursor);
    }

    /** In the foreground again, after a shell has had the terminal. */
    private synchronized void goOn() {
        if (!closed) {
            terminal.echo(false);
            resized = true;
        }
    }

    @Override
    public void close() {
        if (!isTakenAway()) {
            return;
        }
        try {
            // not with our lock, because JLine has one for its tasks, and they want ours
            terminal.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the terminal cannot be given back", failure);
        }
    }

    private synchronized boolean isTakenAway() {
        if (closed) {
            return false;
        }
        settle();
        closed = true;
        draw(List.of());
        terminal.flush();
        return true;
    }
}
