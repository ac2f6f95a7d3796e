package io.flexmigrate.report;

import io.flexmigrate.engine.Chronicle.StepDone;
import java.util.List;

/**
 * What a run did to servers and files, in order.
 *
 * @param more what to say of those that are left out; empty when none is
 */
record RunSteps(List<Row> rows, String more) {

    private static final int SHOWN = 300;

    /** A step. */
    record Row(String at, String stage, String group, String step, String took) {}

    static RunSteps of(List<StepDone> steps, RunClock clock) {
        int more = steps.size() - SHOWN;
        List<StepDone> newest = steps.subList(Math.max(0, more), steps.size());
        return new RunSteps(
                newest.stream().map(step -> row(step, clock)).toList(),
                more > 0 ? Amounts.count(more, "earlier step") + " are not on this page: see the JSON report." : "");
    }

    private static Row row(StepDone step, RunClock clock) {
        return new Row(
                clock.time(step.at()),
                step.stage().name(),
                step.group().orElse(""),
                step.step().toString(),
                step.took()
                        .map(Amounts::duration)
                        .orElse(step.step().name().equals(StepDone.COMMAND) ? "" : "not known"));
    }
}
