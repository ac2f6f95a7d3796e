package io.flexmigrate.testing;

import io.flexmigrate.journal.PlanningJson;
import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.report.PlanningHtml;
import io.flexmigrate.report.PlanningText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;

/** Writes the samples of planning reports to files, to be looked at. */
public final class ReportFiles {

    private ReportFiles() {}

    /** Writes all samples in all formats into the directory of the first argument. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        write(directory, "rich", PlanningSamples.rich());
        write(directory, "ready", PlanningSamples.ready());
        write(directory, "unreachable", PlanningSamples.unreachable());
    }

    private static void write(Path directory, String name, PlanningReport report) throws IOException {
        Files.writeString(directory.resolve(name + ".txt"), new PlanningText(ZoneOffset.UTC, false).write(report));
        Files.writeString(directory.resolve(name + ".ansi"), new PlanningText(ZoneOffset.UTC, true).write(report));
        html(report, directory.resolve(name + ".html"));
        try (Writer writer = Files.newBufferedWriter(directory.resolve(name + ".json"))) {
            new PlanningJson().write(report, writer);
        }
    }

    /** Writes one as HTML. */
    public static Path html(PlanningReport report, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            new PlanningHtml(ZoneOffset.UTC).write(report, writer);
        }
        return file;
    }
}
