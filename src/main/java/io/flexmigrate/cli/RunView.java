package io.flexmigrate.cli;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.journal.StatusJson;
import io.flexmigrate.report.RunHtml;
import io.flexmigrate.stage.Stages;
import io.flexmigrate.web.RunMetrics;
import io.flexmigrate.web.Shown;
import java.time.ZoneId;

/** What a listener shows of a run. */
final class RunView implements Shown {

    private final RunReading reading;
    private final RunHtml html = new RunHtml(ZoneId.systemDefault(), Stages.catalogue());

    RunView(RunReading reading) {
        this.reading = reading;
    }

    @Override
    public String page() {
        return html.live(chronicle());
    }

    @Override
    public String parts() {
        return html.parts(chronicle());
    }

    @Override
    public String json() {
        return new StatusJson().write(chronicle().status());
    }

    @Override
    public String metrics() {
        return RunMetrics.write(chronicle().status());
    }

    private Chronicle chronicle() {
        if (!reading.directory().hasRun()) {
            throw new NothingException("There is no run in " + reading.directory() + " yet.");
        }
        try {
            return reading.chronicle();
        } catch (RuntimeException unreadable) {
            throw new NothingException("The journal of the run cannot be read now: " + unreadable.getMessage());
        }
    }
}
