package io.flexmigrate.report;

import io.flexmigrate.engine.Pace;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.StageState;
import io.flexmigrate.engine.Status.StageStatus;
import io.flexmigrate.report.LiveLine.Tone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stages of a run in the live block: marks and times, and the bar of the one at work. */
record LiveStages(LiveView view, int width) {

    private static final int MARK = 3;
    private static final int NAME = 9;
    private static final int TIME = 12;
    private static final int INDENT = MARK + 1;
    private static final int NARROWEST_BAR = 10;
    private static final int WIDEST_BAR = 40;

    private static final int CURRENT = 100;
    private static final int BAR = 95;
    private static final int DONE = 30;
    private static final int TO_DO = 20;

    List<LiveLine> lines() {
        List<LiveLine> lines = new ArrayList<>();
        Optional<StageStatus> current = view.current();
        for (StageStatus stage : view.status().stages()) {
            boolean isCurrent = current.equals(Optional.of(stage));
            lines.add(isCurrent ? current(stage) : other(stage, lines.size()));
            if (isCurrent && view.isRunning()) {
                stage.pace().map(this::bar).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private LiveLine current(StageStatus stage) {
        String mark = StageWords.mark(stage, view.status().outlook());
        Tone tone = mark.equals("!") ? Tone.FAILED : Tone.CURRENT;
        return LiveLine.of(line(stage, currentText(stage)), CURRENT, tone).tonedUpTo(INDENT + NAME);
    }

    /** Of those to do the next is worth most. */
    private LiveLine other(StageStatus stage, int place) {
        String text = line(stage, StageWords.text(stage, view.status().outlook()));
        return stage.state() == StageState.DONE
                ? LiveLine.of(text, DONE, Tone.DONE).tonedUpTo(MARK)
                : LiveLine.of(text, TO_DO - place, Tone.FAINT);
    }

    private String line(StageStatus stage, String text) {
        return "[" + StageWords.mark(stage, view.status().outlook()) + "] "
                + Columns.left(stage.stage().name(), NAME)
                + Columns.right(view.took(stage).map(Amounts::duration).orElse(""), TIME) + "  " + text
                + StageWords.attempt(stage);
    }

    private String currentText(StageStatus stage) {
        if (!view.isRunning()) {
            return StageWords.state(stage, view.status().outlook()) + ": "
                    + stage.stage().purpose();
        }
        return stage.pace()
                .map(PaceText::done)
                .or(() -> stage.stage() == StageName.CATCH_UP ? lag() : Optional.empty())
                .or(() -> stage.stage() == StageName.CUT_OVER ? steps() : Optional.empty())
                .orElse(StageWords.text(stage, view.status().outlook()));
    }

    /** What is foreseen of it is left out when it is no longer fresh. */
    private Optional<String> lag() {
        return view.status()
                .numbers()
                .lagSample()
                .map(sample -> view.silence()
                        .map(silence -> "lag " + Amounts.duration(sample.lag()) + ", " + silent(silence))
                        .orElseGet(() -> LagText.of(sample)));
    }

    private Optional<String> steps() {
        String steps = view.status().groups().stream()
                .flatMap(group -> group.step().map(step -> group.name() + " " + step).stream())
                .collect(Collectors.joining(", "));
        return Optional.of(steps).filter(text -> !text.isEmpty());
    }

    private LiveLine bar(Pace pace) {
        String words = pace.percent().map(percent -> percent + " %  ").orElse("")
                + view.silence().map(LiveStages::silent).orElseGet(() -> PaceText.outlook(pace));
        int columns = Math.max(NARROWEST_BAR, Math.min(WIDEST_BAR, width - INDENT - 2 - Columns.of(words)));
        String bar = pace.percent()
                .map(percent -> ProgressBar.of(percent, columns) + "  ")
                .orElse("");
        return LiveLine.of(" ".repeat(INDENT) + bar + words, BAR, Tone.PLAIN);
    }

    private static String silent(Duration silence) {
        return "nothing heard for " + Amounts.duration(silence);
    }
}
