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

/** Draws with JLine, which writes only what differs from what is on the screen. */
final class JLineScreen implements LiveScreen {

    /** Some terminals do not tell. */
    private static final Size USUAL = new Size(80, 24);

    private final Terminal terminal;
    private final Drawing drawing;
    private final Display display;
    private Size size;
    private boolean closed;

    JLineScreen(Terminal terminal, Drawing drawing) {
        this.terminal = terminal;
        this.drawing = drawing;
        this.display = new Display(terminal, false);
        this.size = measured();
        display.resize(size.getRows(), size.getColumns());
    }

    static Optional<LiveScreen> open(Drawing drawing) {
        try {
            // because the other providers load native code, and for one size now and then stty will do
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .systemOutput(TerminalBuilder.SystemOutput.SysOut)
                    .provider(TerminalBuilder.PROP_PROVIDER_EXEC)
                    .dumb(false)
                    .build();
            // because whatever is typed would move the cursor that we rely on
            terminal.echo(false);
            JLineScreen screen = new JLineScreen(terminal, drawing);
            terminal.handle(Terminal.Signal.WINCH, unused -> screen.drawAnew());
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
        display.update(List.of(), 0, false);
        terminal.writer().println(text);
        redraw();
    }

    @Override
    public synchronized void redraw() {
        if (!closed) {
            display.update(block(), 0);
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

    /** After a resize, when the terminal may have broken all lines anew. */
    private synchronized void drawAnew() {
        if (closed) {
            return;
        }
        size = measured();
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eos);
        display.reset();
        display.resize(size.getRows(), size.getColumns());
        redraw();
    }

    /** In the foreground again, after a shell has had the terminal. */
    private synchronized void goOn() {
        if (!closed) {
            terminal.echo(false);
            drawAnew();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        display.update(List.of(), 0);
        try {
            terminal.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("the terminal cannot be given back", failure);
        }
    }
}
