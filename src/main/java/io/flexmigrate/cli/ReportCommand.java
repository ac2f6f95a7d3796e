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
        header = "Writes how a run went, at any time; asks no server.",
        description = """
            When each stage ran beside what was foreseen, the lag, what each pause was
            spent on, the tables, warnings, findings, and every step that changed
            something.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate report plan.yaml -o report.html
                  One file that needs nothing else; prints well.
              migrate report plan.yaml -o report.json
              migrate report plan.yaml

            Read on: src/site/markdown/watching.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN},
        failed = "there is no run, or the report could not be written")
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
