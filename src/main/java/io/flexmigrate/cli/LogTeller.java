package io.flexmigrate.cli;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Status;
import io.flexmigrate.journal.LogLine;
import io.flexmigrate.journal.LogLine.Level;
import io.flexmigrate.report.Narration;
import io.flexmigrate.report.NextStep;
import io.flexmigrate.time.SystemClock;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells programs that collect what programs say: one JSON object a line. */
record LogTeller(PrintWriter out, Optional<String> run, Narration narration) implements Teller {

    @Override
    public void tell(Event event) {
        narration
                .words(event)
                .ifPresent(words -> print(new LogLine(
                        event.at(),
                        level(event),
                        run,
                        Optional.of(event.stage()),
                        what(event),
                        words,
                        details(event))));
    }

    /** What is no event. */
    void note(String text) {
        print(line(Level.INFO, "note", text, Map.of()));
    }

    /** The last words of a walk. */
    void end(Status status) {
        print(line(
                Level.INFO,
                "end",
                NextStep.of(status),
                Map.of(
                        "outlook",
                        status.outlook().name(),
                        "stage",
                        status.current().map(stage -> stage.stage().name()).orElse("none"))));
    }

    private LogLine line(Level level, String what, String message, Map<String, String> details) {
        return new LogLine(now(), level, run, Optional.empty(), what, message, details);
    }

    private static Instant now() {
        return SystemClock.wall().instant();
    }

    private static Level level(Event event) {
        if (event instanceof Event.Observed && Narration.isGrave(event)) {
            return Level.WARN;
        }
        if (Narration.isGrave(event)) {
            return Level.ERROR;
        }
        return event instanceof Event.Intended ? Level.DEBUG : Level.INFO;
    }

    /** By the names that the journal has for it. */
    private static String what(Event event) {
        return event instanceof Event.Observed observed
                ? observed.what()
                : event.getClass()
                        .getSimpleName()
                        .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                        .toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> details(Event event) {
        if (event instanceof Event.Observed observed) {
            return observed.values();
        }
        if (event instanceof Event.Intended intended) {
            return with(intended.details(), intended.step().toString());
        }
        return event instanceof Event.Reached reached
                ? with(reached.details(), reached.step().toString())
                : Map.of();
    }

    private static Map<String, String> with(Map<String, String> details, String step) {
        Map<String, String> all = new HashMap<>(details);
        all.put("step", step);
        return all;
    }

    private void print(LogLine line) {
        out.println(line.json());
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
