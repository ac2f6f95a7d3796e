package io.flexmigrate.report;

import io.flexmigrate.engine.LagCurve;
import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.Notice;
import io.flexmigrate.engine.Status.Numbers;
import io.flexmigrate.report.LiveLine.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person wants to know of a run beside its stages: the lag, what holds on the source, and what went wrong. */
record LiveFacts(LiveView view, int width, RunClock clock) {

    private static final int LABEL = 19;
    private static final int NARROWEST_CURVE = 10;
    private static final int WIDEST_CURVE = 60;
    private static final int WARNINGS = 2;
    private static final Duration DAYS = Duration.ofDays(2);
    private static final Duration SOON = Duration.ofHours(2);

    private static final int FAILURE = 90;
    private static final int WARNING = 80;
    private static final int LAG = 70;
    private static final int BINLOGS = 65;
    private static final int NUMBER = 55;
    private static final int MORE = 50;

    List<LiveLine> lines() {
        Numbers numbers = view.status().numbers();
        List<LiveLine> lines = new ArrayList<>(Stream.of(
                        numbers.lagCurve()
                                .filter(curve -> curve.lags().size() > 1)
                                .map(this::lag),
                        numbers.binlogsKeptUntil().map(this::binlogs),
                        numbers.sourceLocked()
                                .map(locked -> fact("Source locked", Amounts.duration(locked) + " for the snapshot")),
                        numbers.predictedPause().map(this::pause))
                .flatMap(Optional::stream)
                .toList());
        lines.addAll(warnings(view.status().warnings()));
        failure(view.status()).ifPresent(lines::add);
        return lines;
    }

    private LiveLine lag(LagCurve curve) {
        String words = Amounts.duration(curve.last()) + ", at most " + Amounts.duration(curve.most()) + "  ";
        int columns = Math.max(NARROWEST_CURVE, Math.min(WIDEST_CURVE, width - LABEL - Columns.of(words)));
        return fact("Lag", words + LagText.bars(curve, columns), LAG, Tone.PLAIN);
    }

    private LiveLine binlogs(Instant until) {
        Duration left = Duration.between(view.now(), until);
        if (left.isNegative()) {
            String words = "the time is over since " + clock.day(until) + ": those of the snapshot may be gone";
            return fact("Binlogs kept", words, BINLOGS, Tone.FAILED);
        }
        Tone tone = left.compareTo(SOON) < 0 ? Tone.WARNING : Tone.PLAIN;
        return fact("Binlogs kept", more(left) + " more at least, until " + clock.day(until), BINLOGS, tone);
    }

    /** Rounded down, because it is a deadline. */
    private static String more(Duration left) {
        return left.compareTo(DAYS) < 0 ? Amounts.duration(left) : left.toDays() + " d " + left.toHoursPart() + " h";
    }

    private LiveLine pause(Duration predicted) {
        return fact(
                "Write pause",
                view.status()
                                .numbers()
                                .pause()
                                .map(pause -> Amounts.duration(pause) + ", predicted ")
                                .orElse("predicted ")
                        + Amounts.duration(predicted));
    }

    private static LiveLine fact(String label, String text) {
        return fact(label, text, NUMBER, Tone.PLAIN);
    }

    private static LiveLine fact(String label, String text, int weight, Tone tone) {
        return LiveLine.of("    " + Columns.left(label, LABEL - 4) + text, weight, tone);
    }

    private List<LiveLine> warnings(List<Notice> warnings) {
        int earlier = Math.max(0, warnings.size() - WARNINGS);
        List<LiveLine> lines = new ArrayList<>();
        if (earlier > 0) {
            lines.add(LiveLine.of(
                    "  ! " + Amounts.count(earlier, "earlier warning") + ": migrate status shows them",
                    MORE,
                    Tone.WARNING));
        }
        warnings.stream().skip(earlier).forEach(notice -> lines.add(notice(notice, "", WARNING, Tone.WARNING)));
        return lines;
    }

    /** Of one that was overcome nothing is told here. */
    private Optional<LiveLine> failure(Status status) {
        return status.lastFailure()
                .filter(unused -> Set.of(Outlook.FAILED, Outlook.UNCERTAIN).contains(status.outlook()))
                .map(notice -> notice(notice, "failed: ", FAILURE, Tone.FAILED));
    }

    private LiveLine notice(Notice notice, String how, int weight, Tone tone) {
        return LiveLine.of(
                "  ! " + clock.time(notice.at()) + " " + notice.stage() + " " + how + notice.message(), weight, tone);
    }
}
