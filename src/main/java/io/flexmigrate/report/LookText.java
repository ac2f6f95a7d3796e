package io.flexmigrate.report;

import io.flexmigrate.model.LinkLook;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One look at a link as people read it. */
public final class LookText {

    private final DateTimeFormatter time;

    /** @param zone whose clock the text shows */
    public LookText(ZoneId zone) {
        this.time =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    /** The verdict, the lag and the place, without line feed. */
    public String line(LinkLook look) {
        return Visible.line(time.format(look.at()) + " " + look.verdict().words()
                + look.lag().map(lag -> ", lag " + Amounts.duration(lag)).orElse("")
                + (look.source().isEmpty() ? "" : ", source at " + look.source())
                + look.provenSince()
                        .map(since -> ", oldest proof " + Amounts.duration(Duration.between(since, look.at())) + " ago")
                        .orElse(""));
    }

    /** The same with what is wrong and what else is to be known; the last line with a line feed too. */
    public String write(LinkLook look) {
        StringBuilder text = new StringBuilder(line(look)).append('\n');
        if (!look.message().isEmpty()) {
            text.append("  ").append(look.message()).append('\n');
        }
        look.notes().forEach(note -> text.append("  note: ").append(note).append('\n'));
        return Visible.lines(text.toString());
    }
}
