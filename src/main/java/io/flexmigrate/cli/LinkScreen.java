package io.flexmigrate.cli;

import io.flexmigrate.journal.LogLine;
import io.flexmigrate.journal.LogLine.Level;
import io.flexmigrate.journal.LookJson;
import io.flexmigrate.model.LinkLook;
import io.flexmigrate.model.LinkVerdict;
import io.flexmigrate.report.LookText;
import io.flexmigrate.terminal.LiveScreen;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Where the looks at a link are told: lines that stay and, on a terminal, the newest look below them. */
final class LinkScreen implements AutoCloseable {

    private final Telling telling;
    private final Format format;
    private final LookText text = new LookText(ZoneId.systemDefault());
    private final AtomicReference<String> newest = new AtomicReference<>("");
    private Optional<LiveScreen> screen = Optional.empty();

    private LinkScreen(Telling telling, Format format) {
        this.telling = telling;
        this.format = format;
    }

    /** For one look. */
    static LinkScreen inLines(Telling telling, Format format) {
        return new LinkScreen(telling, format);
    }

    /** For many. */
    static LinkScreen open(Telling telling, Format format) {
        LinkScreen opened = new LinkScreen(telling, format);
        if (telling.terminal().isRewritable() && telling.format() == LogFormat.TEXT) {
            opened.screen = LiveScreen.open((columns, rows) -> List.of(opened.newest.get()));
            telling.foreground().take(opened::close);
        }
        return opened;
    }

    /** Tells what stays to be read. */
    void tell(LinkLook look) {
        switch (format) {
            case JSON -> print(new LookJson().write(look).stripTrailing());
            case TEXT ->
                print(
                        telling.format() == LogFormat.JSON
                                ? logged(look)
                                : text.write(look).stripTrailing());
        }
    }

    /** Says what is no look. */
    void say(String words) {
        screen.ifPresentOrElse(live -> live.line(words), () -> telling.say(words));
    }

    /** Puts the newest look in the place of the one before. */
    void show(LinkLook look) {
        newest.set(text.line(look));
        screen.ifPresent(LiveScreen::redraw);
    }

    private void print(String words) {
        screen.ifPresentOrElse(live -> live.line(words), () -> {
            telling.out().println(words);
            telling.out().flush();
        });
    }

    private String logged(LinkLook look) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("verdict", look.verdict().name());
        look.lag().map(Duration::toString).ifPresent(lag -> details.put("lag", lag));
        details.put("source", look.source());
        details.put("applied", look.applied());
        look.provenSince().ifPresent(since -> details.put("proven_since", since.toString()));
        for (int index = 0; index < look.notes().size(); index++) {
            details.put("note_" + (index + 1), look.notes().get(index));
        }
        String message = look.message().isEmpty() ? look.verdict().words() : look.message();
        return new LogLine(look.at(), level(look), telling.run(), Optional.empty(), "link", message, details).json();
    }

    private static Level level(LinkLook look) {
        if (look.verdict() == LinkVerdict.IN_SYNC) {
            return Level.INFO;
        }
        return look.verdict() == LinkVerdict.LAGGING ? Level.WARN : Level.ERROR;
    }

    @Override
    public void close() {
        screen.ifPresent(LiveScreen::close);
        screen = Optional.empty();
    }
}
