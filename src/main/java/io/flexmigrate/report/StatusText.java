package io.flexmigrate.report;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.RunLabel;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.GroupStatus;
import io.flexmigrate.engine.Status.Notice;
import io.flexmigrate.engine.Status.Numbers;
import io.flexmigrate.engine.Status.ReachedStep;
import io.flexmigrate.engine.Status.StageStatus;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Fact;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The status of a run as people read it. */
public final class StatusText {

    private static final int MOST_DEFINERS = 20;

    private final DateTimeFormatter day;
    private final DateTimeFormatter time;
    private final Catalogue catalogue;
    private final PredictionsText predictions;

    /**
     * @param zone whose clock the text shows
     * @param catalogue the rules its findings are about
     */
    public StatusText(ZoneId zone, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.predictions = new PredictionsText(zone);
        this.day =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(zone);
    }

    /** Several lines, the last with a line feed too. */
    public String write(Status status) {
        return Visible.lines(text(status));
    }

    private String text(Status status) {
        return head(status.run())
                + "\n"
                + status.stages().stream()
                        .map(stage -> line(stage, status.outlook()))
                        .collect(Collectors.joining())
                + section("Numbers", numbers(status.numbers()))
                + section("Forecast and fact", forecast(status))
                + section("Predicted and come", predictions.write(status.predictions()))
                + section("Definers that changed", definers(status))
                + section("Groups", groups(status.groups()))
                + section("Cut-over", status.cutOver().stream().map(this::line).collect(Collectors.joining()))
                + section("Findings", new FindingsText(catalogue).write(status.findings()))
                + section("Warnings", status.warnings().stream().map(this::line).collect(Collectors.joining()))
                + section("Left for you", left(status))
                + section("Last failure", status.lastFailure().map(this::line).orElse(""))
                + "\nNext: "
                + NextStep.of(status)
                + "\n";
    }

    private String head(RunLabel run) {
        return run.plan() + ": run " + run.run() + ", begun " + day.format(run.started()) + " by migrate "
                + run.program() + "\n";
    }

    private static String line(StageStatus stage, Outlook outlook) {
        return String.format(
                Locale.ROOT,
                "[%s] %-8s  %-11s  %12s  %s%s\n",
                StageWords.mark(stage, outlook),
                stage.stage(),
                StageWords.state(stage, outlook),
                stage.duration().map(Amounts::duration).orElse(""),
                StageWords.text(stage, outlook),
                StageWords.attempt(stage));
    }

    private static String forecast(Status status) {
        Map<String, Duration> took = new TreeMap<>();
        status.stages()
                .forEach(stage -> stage.duration()
                        .ifPresent(time -> took.put(stage.stage().name(), time)));
        status.numbers()
                .pause()
                .ifPresentOrElse(
                        pause -> took.put(StageName.CUT_OVER.name(), pause),
                        () -> took.remove(StageName.CUT_OVER.name()));
        return status.stages().stream()
                .flatMap(stage -> stage.fact().stream())
                .filter(Fact.Assessed.class::isInstance)
                .map(fact -> new ForecastText().beside(((Fact.Assessed) fact).forecast(), took))
                .collect(Collectors.joining());
    }

    private String numbers(Numbers numbers) {
        return number("snapshot at", numbers.coordinates().map(Object::toString))
                + number("rows loaded", numbers.rows().map(rows -> String.format(Locale.ROOT, "%,d", rows)))
                + number("source locked for", shown(numbers.sourceLocked()))
                + number("last lag", shown(numbers.lag()))
                + number("lag over time", numbers.lagCurve().map(LagText::of))
                + number("oldest proof", numbers.provenSince().map(day::format))
                + number("write pause, predicted", shown(numbers.predictedPause()))
                + number("write pause, measured", shown(numbers.pause()));
    }

    private static Optional<String> shown(Optional<Duration> duration) {
        return duration.map(Amounts::duration);
    }

    private static String number(String label, Optional<String> value) {
        return value.map(text -> String.format(Locale.ROOT, "  %-24s%s\n", label, text))
                .orElse("");
    }

    /** Of one group there is nothing to tell that the cut-over does not say, but how clients saw it. */
    private String groups(List<GroupStatus> groups) {
        boolean telling = groups.size() > 1
                || groups.stream().anyMatch(group -> group.seen().isPresent());
        return !telling ? "" : groups.stream().map(this::line).collect(Collectors.joining());
    }

    private String line(GroupStatus group) {
        String state = group.hasMoved() ? "moved" : "has not moved";
        if (group.crossing().way() == Crossing.Way.BACK) {
            state = group.hasMoved() ? "moved, going back" : "moved back";
        }
        String step = group.step()
                .map(reached ->
                        ", " + reached + " since " + time.format(group.at().orElseThrow()))
                .orElse("");
        String seen = group.seen()
                .map(view -> String.format(Locale.ROOT, "  %-24s%s\n", "", ClientWords.of(view)))
                .orElse("");
        return String.format(Locale.ROOT, "  %-24s%s%s\n%s", group.name(), state, step, seen);
    }

    private String line(ReachedStep reached) {
        Map<String, String> details = reached.details();
        return "  " + time.format(reached.at()) + "  " + reached.step()
                + (details.isEmpty() ? "" : "  " + Narration.list(details)) + "\n";
    }

    private String line(Notice notice) {
        return "  " + day.format(notice.at()) + "  " + notice.stage() + "  " + notice.message() + "\n";
    }

    private static String definers(Status status) {
        List<String> changed = status.stages().stream()
                .flatMap(stage -> stage.fact().stream())
                .filter(Fact.Loaded.class::isInstance)
                .flatMap(fact -> ((Fact.Loaded) fact).rewrittenDefiners().stream())
                .toList();
        int more = changed.size() - MOST_DEFINERS;
        return changed.stream()
                        .limit(MOST_DEFINERS)
                        .map(line -> "  " + line + "\n")
                        .collect(Collectors.joining())
                + (more > 0 ? "  and " + more + " more; all of them stand in the journal\n" : "");
    }

    /** What FINISH could not do. */
    private static String left(Status status) {
        return status.stages().stream()
                .flatMap(stage -> stage.fact().stream())
                .filter(Fact.Finished.class::isInstance)
                .flatMap(fact -> ((Fact.Finished) fact).notes().stream())
                .map(note -> "  " + note + "\n")
                .collect(Collectors.joining());
    }

    private static String section(String title, String body) {
        return body.isEmpty() ? "" : "\n" + title + "\n" + body;
    }
}
