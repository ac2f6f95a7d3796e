package io.flexmigrate.report;

import io.flexmigrate.model.Forecast;
import io.flexmigrate.model.Forecast.StageTime;
import java.time.Duration;

/** How long it is expected to take. */
record TimesText(TextPage page) {

    private static final int STAGE = 28;
    private static final int RANGE = 26;

    void write(Forecast forecast) {
        page.heading("Times (a forecast)");
        if (forecast.stages().isEmpty()) {
            page.sentence(2, "Nothing can be foreseen.");
            return;
        }
        forecast.stages().forEach(this::line);
        page.sentence("  " + Columns.left("all together", STAGE) + range(forecast.shortest(), forecast.longest()), "");
        forecast.retention().ifPresent(retention -> page.sentence("  ", Retentions.sentence(retention)));
    }

    private void line(StageTime time) {
        String label = "  " + Columns.left(name(time), STAGE) + range(time.shortest(), time.longest());
        page.sentence(label, Visible.line(time.basis()));
    }

    /** Such as {@code LOAD, secondary indexes}. */
    static String name(StageTime time) {
        return Visible.line(time.part().isEmpty() ? time.stage() : time.stage() + ", " + time.part());
    }

    private static String range(Duration shortest, Duration longest) {
        return Columns.left(between(shortest, longest), RANGE);
    }

    /** Such as {@code 3 min 0 s - 2 h 10 min}. */
    static String between(Duration shortest, Duration longest) {
        return shortest.equals(longest)
                ? Amounts.duration(longest)
                : Amounts.duration(shortest) + " - " + Amounts.duration(longest);
    }
}
