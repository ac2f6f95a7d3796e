package io.flexmigrate.cli;

import io.flexmigrate.engine.Chronicle;
import io.flexmigrate.journal.ChronicleJson;
import io.flexmigrate.report.RunHtml;
import io.flexmigrate.report.StatusText;
import io.flexmigrate.stage.Stages;
import io.flexmigrate.terminal.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate report}: how a run went, while it goes on or afterwards. */
@Command(
        name = "report",
        description = "Writes how a run went, while it goes on or afterwards; asks no server.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Mixin
    private ReportParameters report = new ReportParameters();

    private final PrintWriter out;

    ReportCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Chronicle chronicle = parameters.reading().chronicle();
        report.output(out, Terminal.ours(System.getenv()))
                .write((format, writer, coloured) -> write(chronicle, format, writer), "");
        return ExitCode.DONE.code();
    }

    private static void write(Chronicle chronicle, ReportFormat format, Writer writer) throws IOException {
        ZoneId zone = ZoneId.systemDefault();
        switch (format) {
            case TEXT -> writer.write(new StatusText(zone, Stages.catalogue()).write(chronicle.status()));
            case JSON -> writer.write(new ChronicleJson().write(chronicle));
            case HTML -> new RunHtml(zone, Stages.catalogue()).write(chronicle, writer);
        }
    }
}
