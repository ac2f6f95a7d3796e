package io.flexmigrate.report;

import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.Status;
import io.flexmigrate.report.LiveLine.Tone;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run as some lines that are redrawn in place: what is read at a glance, with the weightiest of it where there is little room.
 *
 * <p>It asks nothing and remembers nothing: of the same view it makes the same lines.
 */
public final class LiveBlock {

    private static final int HEAD = 75;
    private static final int NEXT = 60;

    private final RunClock clock;
    private final Paint paint;

    /**
     * Draws for one terminal.
     *
     * @param zone whose clock it shows
     * @param coloured whether the terminal may have colours
     */
    public LiveBlock(ZoneId zone, boolean coloured) {
        this.clock = new RunClock(zone);
        this.paint = new Paint(coloured);
    }

    /**
     * Draws it, without line feeds.
     *
     * @param width columns that no line is wider than
     * @param height how many lines at most
     */
    public List<String> lines(LiveView view, int width, int height) {
        List<LiveLine> lines = new ArrayList<>();
        lines.add(LiveLine.of(head(view, width), HEAD, Tone.CURRENT));
        lines.addAll(new LiveStages(view, width).lines());
        lines.addAll(new LiveFacts(view, width, clock).lines());
        String last = view.isRunning() ? view.hint() : "Next: " + NextStep.of(view.status());
        if (!last.isEmpty()) {
            lines.add(LiveLine.of(last, NEXT, Tone.FAINT));
        }
        return LiveLine.fitting(lines, height).stream()
                .map(line -> line.shown(width, paint))
                .toList();
    }

    private static String head(LiveView view, int width) {
        Status status = view.status();
        RunLabel run = status.run();
        String text = "-- " + run.plan() + " "
                + status.outlook().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + (view.isRunning()
                        ? ", begun " + Amounts.duration(Duration.between(run.started(), view.now())) + " ago"
                        : "")
                + ": " + run.source() + " to " + run.target() + " ";
        return text + "-".repeat(Math.max(0, width - Columns.of(text)));
    }
}
