package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.terminal.Terminal;
import io.flexmigrate.testing.PlanningSamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportOutputTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void replacesAFileByTheWholeReportAndSaysWhatItComesTo() throws IOException {
        Path file = Files.writeString(directory.resolve("plan.html"), "old");

        String said = write(ReportFormat.HTML, file);

        assertThat(file).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
        assertThat(said)
                .isEqualTo("The report is in " + file + ". BLOCKED: 2 blockers, 1 could not be checked,"
                        + " 31 warnings, 1 note; 1 accepted." + System.lineSeparator());
    }

    @Test
    void followsALinkInsteadOfReplacingIt() throws IOException {
        Path file = Files.writeString(directory.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("plan.json"), file);

        write(ReportFormat.JSON, link);

        assertThat(link).isSymbolicLink();
        assertThat(file).content().contains("\"migrate-plan\"");
    }

    @Test
    void keepsTheFormerReportWhenTheNewOneCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("plan.txt"), "old");

        assertThatThrownBy(() -> new ReportFile(file).write(writer -> {
                    writer.write("half");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ReportFileException.class)
                .hasMessageContaining(file.toString(), "No space left on device");
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void writesToADeviceWithoutPuttingAFileInItsPlace() {
        write(ReportFormat.TEXT, Path.of("/dev/null"));

        assertThat(Path.of("/dev/null"))
                .satisfies(device -> assertThat(Files.isRegularFile(device)).isFalse());
    }

    @Test
    void refusesADirectoryAndAFileInNoDirectory() {
        assertThat(refusal("plan", "a.yaml", "-o", directory.toString()))
                .contains("cannot be written to " + directory + ": it is a directory");
        assertThat(refusal(
                        "plan",
                        "a.yaml",
                        "-o",
                        directory.resolve("no/plan.html").toString()))
                .contains("there is no directory " + directory.resolve("no"));
        assertThat(refusal("run", "a.yaml", "--format", "json")).contains("--format and --output are for --dry-run");
        assertThat(refusal("plan", "a.yaml", "--format", "xml")).contains("expected one of [TEXT, JSON, HTML]");
    }

    private static String refusal(String... arguments) {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE.code());
        return run.err();
    }

    @ParameterizedTest
    @CsvSource({"plan.html, HTML", "plan.HTM, HTML", "plan.json, JSON", "plan.txt, TEXT", "plan, TEXT"})
    void knowsTheFormatByTheEndingOfAFile(String file, ReportFormat format) {
        assertThat(ReportFormat.of(Path.of(file))).isEqualTo(format);
    }

    @ParameterizedTest
    @CsvSource({"true, xterm, '', true", "true, xterm, 1, false", "true, dumb, '', false", "false, xterm, '', false"})
    void hasColoursOnlyOnATerminalThatWantsThem(boolean there, String term, String noColour, boolean coloured) {
        Map<String, String> environment = Map.of("TERM", term, "NO_COLOR", noColour);

        assertThat(Terminal.of(there, environment).isColoured()).isEqualTo(coloured);
    }

    private static String write(ReportFormat format, Path file) {
        StringWriter said = new StringWriter();
        new ReportOutput(format, Optional.of(new ReportFile(file)), new PrintWriter(said), false)
                .write(PlanningSamples.rich());
        return said.toString();
    }
}
