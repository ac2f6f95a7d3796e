package io.flexmigrate.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.testing.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    @Test
    void keepsEveryAcknowledgedEventWhenItsWriterIsKilled(@TempDir Path temporary) throws Exception {
        RunDirectory directory = new RunDirectory(temporary);
        Process writer = start(directory);
        int acknowledged;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            readUpTo(lines, 50);
            assertThat(FileJournal.runningProcess(directory)).hasValue(writer.pid());
            assertThatThrownBy(() -> FileJournal.open(directory))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("process " + writer.pid());

            // because Process.destroyForcibly would close our end of its output
            writer.toHandle().destroyForcibly();
            acknowledged = 50 + (int) lines.lines().count();
        }
        assertThat(writer.waitFor()).isEqualTo(128 + 9);

        try (FileJournal journal = FileJournal.open(directory)) {
            List<Event> events = journal.events();
            assertThat(events).hasSizeBetween(acknowledged, acknowledged + 1);
            assertThat(events).isEqualTo(Writer.events(events.size()));
        }
    }

    private static void readUpTo(BufferedReader lines, int count) throws IOException {
        for (int line = 0; line < count; line++) {
            assertThat(lines.readLine()).isEqualTo(String.valueOf(line));
        }
    }

    private static Process start(RunDirectory directory) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        directory.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** Appends for ever and says the number of each event once its append has returned. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            JournalHeader header = JournalHeader.of("0.1.0", "r", Samples.NOON, Map.of());
            try (FileJournal journal = FileJournal.create(new RunDirectory(Path.of(arguments[0])), header)) {
                for (int number = 0; !out.checkError(); number++) {
                    journal.append(event(number));
                    out.println(number);
                }
            }
        }

        static List<Event> events(int count) {
            return IntStream.range(0, count).mapToObj(Writer::event).toList();
        }

        private static Event event(int number) {
            return new Event.Observed(StageName.CATCH_UP, Samples.NOON, "lag", Map.of("number", "" + number));
        }
    }
}
