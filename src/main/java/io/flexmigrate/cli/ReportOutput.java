package io.flexmigrate.cli;

import io.flexmigrate.journal.PlanningJson;
import io.flexmigrate.planning.PlanningReport;
import io.flexmigrate.report.PlanningHtml;
import io.flexmigrate.report.PlanningText;
import io.flexmigrate.report.VerdictText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Where a planning report goes, and as what.
 *
 * @param file empty for our own output
 * @param coloured whether text on our own output may have colours
 */
record ReportOutput(ReportFormat format, Optional<ReportFile> file, PrintWriter out, boolean coloured) {

    /**
     * Writes the report, and when it goes to a file says so in one line.
     *
     * @throws ReportFileException when it cannot be written
     */
    void write(PlanningReport report) {
        if (file.isEmpty()) {
            print(report);
            return;
        }
        file.get().write(writer -> write(report, writer, false));
        out.println("The report is in " + file.get().path() + ". " + VerdictText.of(report));
        out.flush();
    }

    private void print(PlanningReport report) {
        try {
            write(report, out, coloured);
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("The report could not be printed: " + failure.getMessage(), failure);
        }
    }

    private void write(PlanningReport report, Writer writer, boolean colours) throws IOException {
        switch (format) {
            case TEXT -> writer.write(new PlanningText(ZoneId.systemDefault(), colours).write(report));
            case JSON -> new PlanningJson().write(report, writer);
            case HTML -> new PlanningHtml(ZoneId.systemDefault()).write(report, writer);
        }
    }
}
