package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.LagSample;
import io.flexmigrate.engine.Outlook;
import io.flexmigrate.engine.Pace;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Status;
import io.flexmigrate.engine.Status.GroupStatus;
import io.flexmigrate.engine.Status.Notice;
import io.flexmigrate.engine.Status.StageStatus;
import io.flexmigrate.model.Catalogue;
import io.flexmigrate.model.Fact;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A run as the template of its page wants it: texts, lists and coordinates, nothing to reckon. */
record RunPage(
        String plan,
        String run,
        String program,
        List<Side> sides,
        String started,
        String asOf,
        String outlook,
        String outlookClass,
        String said,
        String next,
        List<Stage> atWork,
        List<Stage> stages,
        List<EvidenceSection.Line> numbers,
        List<RunNumbers.Retention> retention,
        RunTimeline timeline,
        List<RunChart> charts,
        List<Group> groups,
        List<RunPause> pauses,
        List<RunSlowest> slowest,
        List<RunTables.Row> tables,
        String moreTables,
        List<HtmlFindings.Group> findings,
        List<String> warnings,
        String failure,
        List<String> left,
        List<RunSteps.Row> steps,
        String moreSteps) {

    /**
     * A stage.
     *
     * @param state as a class of the style sheet
     * @param percent how much of its work is done; empty when that is not known
     * @param alarm a class of the style sheet where it will not end like this; else empty
     */
    record Stage(
            String name,
            String mark,
            String state,
            String word,
            String took,
            String text,
            String percent,
            String alarm) {

        boolean isAtWork() {
            return state.equals("running") || state.equals("checking");
        }
    }

    /** A server, and its version when that is known. */
    record Side(String role, String address, String version) {}

    /** A group of the plan. */
    record Group(String name, String state, String stateClass, String step, String seen) {}

    static RunPage of(Chronicle chronicle, Catalogue catalogue, RunClock clock) {
        Status status = chronicle.status();
        RunTables tables = RunTables.of(chronicle.tables());
        RunSteps steps = RunSteps.of(chronicle.steps(), clock);
        List<Stage> stages =
                status.stages().stream().map(stage -> stage(stage, chronicle)).toList();
        return new RunPage(
                status.run().plan(),
                status.run().run(),
                status.run().program(),
                sides(status),
                clock.day(status.run().started()),
                clock.day(chronicle.asOf()),
                status.outlook().name().replace('_', ' '),
                outlookClass(status.outlook()),
                said(status),
                NextStep.of(status),
                stages.stream().filter(Stage::isAtWork).toList(),
                stages,
                new RunNumbers(clock).of(status),
                RunNumbers.retention(status),
                RunTimeline.of(chronicle, clock),
                RunCharts.of(chronicle, clock),
                status.groups().stream().map(group -> group(group, clock)).toList(),
                RunPause.all(status.cutOver()),
                RunSlowest.of(chronicle.tables()),
                tables.rows(),
                tables.more(),
                HtmlFindings.groups(status.findings(), catalogue),
                status.warnings().stream().map(notice -> words(notice, clock)).toList(),
                status.lastFailure().map(notice -> words(notice, clock)).orElse(""),
                left(status),
                steps.rows(),
                steps.more());
    }

    private static List<Side> sides(Status status) {
        Optional<Fact.Assessed> assessed = status.stages().stream()
                .flatMap(stage -> stage.fact().stream())
                .filter(Fact.Assessed.class::isInstance)
                .map(Fact.Assessed.class::cast)
                .findFirst();
        return List.of(
                new Side(
                        "From",
                        status.run().source(),
                        assessed.map(Fact.Assessed::sourceVersion).orElse("")),
                new Side(
                        "To",
                        status.run().target(),
                        assessed.map(Fact.Assessed::targetVersion).orElse("")));
    }

    private static String outlookClass(Outlook outlook) {
        return switch (outlook) {
            case FINISHED, IN_SYNC -> "ready";
            case RUNNING, WAITING, ROLLED_BACK -> "running";
            case ABORTED, ABORTING, INTERRUPTED -> "incomplete";
            case UNCERTAIN, FAILED -> "blocked";
        };
    }

    /** What is read out when it changes. */
    private static String said(Status status) {
        return status.outlook().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + status.current().map(stage -> ", " + stage.stage()).orElse("");
    }

    private static Stage stage(StageStatus stage, Chronicle chronicle) {
        Outlook outlook = chronicle.status().outlook();
        String word = StageWords.state(stage, outlook);
        Optional<Integer> percent = outlook == Outlook.RUNNING ? stage.pace().flatMap(Pace::percent) : Optional.empty();
        Optional<LagSample> lag = chronicle.lag().filter(sample -> stage.stage() == StageName.CATCH_UP);
        return new Stage(
                stage.stage().name(),
                StageWords.mark(stage, outlook).replace("x", "✓"),
                word.replace(' ', '-'),
                word,
                stage.duration().map(Amounts::duration).orElse(""),
                lag.map(LagText::of).orElseGet(() -> StageWords.text(stage, outlook)) + StageWords.attempt(stage),
                percent.map(String::valueOf).orElse(""),
                lag.flatMap(LagSample::flow).filter(LagSample.Flow::neverEnds).isPresent() ? "alarm" : "");
    }

    private static Group group(GroupStatus group, RunClock clock) {
        String state = group.hasMoved() ? "moved" : "has not moved";
        if (group.crossing().way() == Crossing.Way.BACK) {
            state = group.hasMoved() ? "moved, going back" : "moved back";
        }
        return new Group(
                group.name(),
                state,
                group.hasMoved() ? "ready" : group.step().isPresent() ? "begun" : "waiting",
                group.step()
                        .map(step -> step
                                + group.at()
                                        .map(at -> " since " + clock.time(at))
                                        .orElse(""))
                        .orElse(""),
                group.seen().map(ClientWords::of).orElse(""));
    }

    private static String words(Notice notice, RunClock clock) {
        return clock.time(notice.at()) + " " + notice.stage() + ": " + notice.message();
    }

    private static List<String> left(Status status) {
        return status.stages().stream()
                .flatMap(stage -> stage.fact().stream())
                .filter(Fact.Finished.class::isInstance)
                .flatMap(fact -> ((Fact.Finished) fact).notes().stream())
                .toList();
    }

    /** Then there is evidence. */
    boolean isFinished() {
        return outlook.equals(Outlook.FINISHED.name());
    }

    boolean hasNumbers() {
        return !numbers.isEmpty();
    }

    boolean hasSlowest() {
        return !slowest.isEmpty();
    }

    boolean hasCharts() {
        return !charts.isEmpty();
    }

    boolean hasGroups() {
        return !groups.isEmpty();
    }

    boolean hasPauses() {
        return !pauses.isEmpty();
    }

    boolean hasTables() {
        return !tables.isEmpty();
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    boolean hasNotices() {
        return !warnings.isEmpty() || !failure.isEmpty() || !left.isEmpty();
    }

    boolean hasSteps() {
        return !steps.isEmpty();
    }
}
