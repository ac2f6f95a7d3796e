package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.engine.Chronicle.WorkPoint;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The curves of a run: how far the target was behind, and how fast dump and load were. */
final class RunCharts {

    private RunCharts() {}

    /** Those that have at least two points. */
    static List<RunChart> of(Chronicle chronicle, RunClock clock) {
        List<RunChart> charts = new ArrayList<>();
        if (chronicle.lags().size() > 1) {
            charts.add(RunChart.of(
                    "lag",
                    "Lag of the target",
                    chronicle.lags().stream()
                            .map(point ->
                                    new RunChart.Point(point.at(), point.lag().toMillis()))
                            .toList(),
                    flips(chronicle),
                    millis -> Amounts.duration(Duration.ofMillis(Math.round(millis))),
                    clock));
        }
        for (StageName stage : List.of(StageName.DUMP, StageName.LOAD)) {
            List<WorkPoint> work = chronicle.work().stream()
                    .filter(point -> point.stage() == stage)
                    .toList();
            if (work.size() > 1) {
                charts.add(speed(stage, work, clock));
            }
        }
        return charts;
    }

    private static RunChart speed(StageName stage, List<WorkPoint> work, RunClock clock) {
        boolean inBytes = work.get(0).inBytes();
        DoubleFunction<String> amount = speed ->
                (inBytes ? Amounts.bytes(Math.round(speed)) : Amounts.roughly(Math.round(speed)) + " rows") + "/s";
        double average =
                work.stream().mapToDouble(WorkPoint::perSecond).average().orElse(0);
        return RunChart.of(
                        stage.label(),
                        "Speed of " + stage,
                        work.stream()
                                .map(point -> new RunChart.Point(point.at(), point.perSecond()))
                                .toList(),
                        List.of(),
                        amount,
                        clock)
                .saying("on average " + amount.apply(average));
    }

    private static List<RunChart.Moment> flips(Chronicle chronicle) {
        return chronicle.status().cutOver().stream()
                .filter(step -> step.step() == CutOverStep.FLIPPED)
                .map(step -> new RunChart.Moment(
                        step.at(), step.details().getOrDefault(StageLog.GROUP, "clients") + " flipped at"))
                .toList();
    }
}
