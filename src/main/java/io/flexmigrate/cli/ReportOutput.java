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
 * Where a report goes, and as what.
 *
 * @param file empty for our own output
 * @param coloured whether text on our own output may have colours
 */
record ReportOutput(ReportFormat format, Optional<ReportFile> file, PrintWriter out, boolean coloured) {

    /** What can be written as each of the formats. */
    @FunctionalInterface
    interface Content {
        void write(ReportFormat format, Writer writer, boolean coloured) throws IOException;
    }

    /**
     * Writes a planning report, and when it goes to a file says so in one line.
     *
     * @throws ReportFileException when it cannot be written
     */
    void write(PlanningReport report) {
        write((as, writer, colours) -> write(report, as, writer, colours), VerdictText.of(report));
    }

    /**
     * Writes a report, and when it goes to a file says so in one line.
     *
     * @param word said behind it
     * @throws ReportFileException when it cannot be written
     */
    void write(Content content, String word) {
        if (file.isEmpty()) {
            print(content);
            return;
        }
        file.get().write(writer -> content.write(format, writer, false));
        out.println(("The report is in " + file.get().path() + ". " + word).stripTrailing());
        out.flush();
    }

    private void print(Content content) {
        try {
            content.write(format, out, coloured);
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("The report could not be printed: " + failure.getMessage(), failure);
        }
    }

    private static void write(PlanningReport report, ReportFormat format, Writer writer, boolean colours)
            throws IOException {
        switch (format) {
            case TEXT -> writer.write(new PlanningText(ZoneId.systemDefault(), colours).write(report));
            case JSON -> new PlanningJson().write(report, writer);
            case HTML -> new PlanningHtml(ZoneId.systemDefault()).write(report, writer);
        }
    }
}
