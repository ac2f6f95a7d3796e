package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Status;
import io.flexmigrate.report.LiveBlock;
import io.flexmigrate.report.Narration;
import io.flexmigrate.report.Narration.Detail;
import io.flexmigrate.report.NextStep;
import io.flexmigrate.report.StatusText;
import io.flexmigrate.stage.Stages;
import io.flexmigrate.terminal.LiveScreen;
import io.flexmigrate.terminal.Terminal;
import io.flexmigrate.time.SystemClock;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How a verb tells what it does: to whom, in which form and how much of it.
 *
 * @param run whose name the lines for programs have; empty before it is known
 */
record Telling(
        PrintWriter out,
        Foreground foreground,
        Terminal terminal,
        LogFormat format,
        Detail detail,
        Optional<String> run) {

    /** Rows of a terminal that the block leaves for what came before it. */
    private static final int ROWS_LEFT = 6;

    /** In lines of text, for verbs that only say what they found. */
    static Telling inLines(PrintWriter out) {
        return new Telling(
                out,
                new Foreground(),
                new Terminal(false, false, false),
                LogFormat.TEXT,
                Detail.NORMAL,
                Optional.empty());
    }

    /** The same of a run that is known. */
    Telling of(String name) {
        foreground.about(name);
        return new Telling(out, foreground, terminal, format, detail, Optional.of(name));
    }

    /** Says what is no event. */
    void say(String text) {
        switch (format) {
            case TEXT -> out.println(text);
            case JSON -> log().note(text);
        }
        out.flush();
    }

    /** Says where a run stands when nobody works on it any more. */
    void end(Status status) {
        if (format == LogFormat.JSON) {
            log().end(status);
        } else if (detail == Detail.QUIET) {
            out.println("Next: " + NextStep.of(status));
        } else {
            out.println();
            out.print(new StatusText(ZoneId.systemDefault(), Stages.catalogue()).write(status));
        }
        out.flush();
    }

    private LogTeller log() {
        return new LogTeller(out, run, narration());
    }

    private Narration narration() {
        return new Narration(ZoneId.systemDefault(), detail);
    }

    /**
     * Begins to tell a run that this process works on.
     *
     * @param events all of it so far
     * @param clock the one of those events
     */
    Teller begin(RunLabel label, Supplier<List<Event>> events, InstantSource clock) {
        return begin(
                new LiveViews(label, events, clock, "Ctrl-C stops it in good order; it goes on from there later."),
                narration());
    }

    /**
     * Begins to tell a run that another process works on.
     *
     * @param events all of it so far
     */
    Teller lookOn(RunLabel label, Supplier<List<Event>> events) {
        Narration narration = narration();
        Optional<String> last = narration.heard(events.get());
        if (!terminal.isRewritable()) {
            last.ifPresent(this::say);
        }
        return begin(
                new LiveViews(label, events, SystemClock.wall(), "Ctrl-C ends the looking on, and nothing else."),
                narration);
    }

    private Teller begin(LiveViews views, Narration narration) {
        if (format == LogFormat.JSON) {
            return log();
        }
        Teller lines = new LineTeller(out, narration);
        if (!terminal.isRewritable() || detail == Detail.QUIET) {
            return lines;
        }
        return LiveScreen.open((columns, rows) -> drawn(views, columns, rows))
                .<Teller>map(screen -> live(screen, narration, lines))
                .orElse(lines);
    }

    private List<String> drawn(LiveViews views, int columns, int rows) {
        return new LiveBlock(ZoneId.systemDefault(), terminal.isColoured())
                .lines(views.now(true), columns - 1, Math.max(rows / 2, rows - ROWS_LEFT));
    }

    private Teller live(LiveScreen screen, Narration narration, Teller lines) {
        LiveTeller teller = new LiveTeller(screen, narration, lines);
        foreground.take(teller::close);
        return teller;
    }
}
