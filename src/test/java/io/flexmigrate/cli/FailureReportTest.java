package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageBlockedException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.UncertainException;
import io.flexmigrate.plan.InvalidPlanException;
import io.flexmigrate.plan.Problem;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.testing.SampleFindings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureReportTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path logs;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @MethodSource("failures")
    void saysEachFailureInWordsAndByItsExitCode(Throwable failure, ExitCode expected, String words) {
        assertThat(report(failure)).isEqualTo(expected);
        assertThat(err.toString()).isEqualTo(words + System.lineSeparator());
        assertThat(logs).isEmptyDirectory();
    }

    static Stream<Arguments> failures() {
        String again = "Then run the same command again: it goes on from the stage that failed.";
        String interrupted = "Interrupted. Run the same command again to go on from there.";
        Throwable closed = new ClosedByInterruptException();
        Throwable timeout = new SocketTimeoutException("timed out");
        return Stream.of(
                Arguments.of(
                        new InvalidPlanException("p.yaml", List.of(new Problem(3, 9, "source.port", "is wrong"))),
                        ExitCode.INVALID_PLAN,
                        "p.yaml:3:9 source.port: is wrong"),
                Arguments.of(
                        new StageFailedException("myloader ended with 1", "look into load.log"),
                        ExitCode.FAILED,
                        "myloader ended with 1\nTo do: look into load.log\n" + again),
                Arguments.of(
                        new ProcessException("no such program"),
                        ExitCode.FAILED,
                        "no such program\nTo do: see that the program can be run. " + again),
                Arguments.of(
                        new JournalException("disk full", timeout),
                        ExitCode.FAILED,
                        "disk full\nTo do: see that the work directory is usable. " + again),
                Arguments.of(
                        new DifferencesFoundException(List.of("shop.a: 1 row", "shop.b: 2 rows")),
                        ExitCode.DIFFERENT,
                        "2 table(s) differ between source and target:\nshop.a: 1 row\nshop.b: 2 rows\nWrites go on where they"
                                + " were; nothing was opened.\nTo do: find what wrote to these tables on the target, or"
                                + " which values the dump altered (see the warnings of\nASSESS). Put the rows right on the"
                                + " target and run the same command again: it compares again."),
                Arguments.of(
                        new UncertainException("the target may be open", "SELECT @@read_only on both", closed),
                        ExitCode.UNCERTAIN,
                        "STOP: the target may be open\nLook at this before anything else runs, and do not run this program"
                                + " again until it is clear:\nSELECT @@read_only on both"),
                Arguments.of(
                        new CutOverAbortedException("the budget of 3 s was spent", closed),
                        ExitCode.ABORTED,
                        "The cut-over was given up and undone: the budget of 3 s was spent\nWrites go on where they"
                                + " were. Run 'migrate cutover', or 'migrate rollback', to try again."),
                Arguments.of(new InterruptedException(), ExitCode.INTERRUPTED, interrupted),
                Arguments.of(new JournalException("not written", closed), ExitCode.INTERRUPTED, interrupted));
    }

    @Test
    void listsFindingsTheHeaviestFirstWithWhatToDo() {
        ExitCode exit = report(new StageBlockedException(
                StageName.ASSESS,
                List.of(
                        SampleFindings.info("FM3", "source", "is small"),
                        SampleFindings.blocker("FM1", "source log_bin", "is OFF", "set log_bin=ON"))));

        assertThat(exit).isEqualTo(ExitCode.BLOCKED);
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                ASSESS is blocked by 1 finding(s). Nothing was changed.

                BLOCKER   FM1
                          source log_bin
                            is OFF
                            To do:
                              set log_bin=ON

                INFO      FM3
                          source
                            is small

                Put right what blocks, then run the same command again.
                """);
    }

    @Test
    void keepsTheStackTraceOfABugInAFileAndOffTheTerminal() throws IOException {
        assertThat(report(new IllegalStateException("oops\nsecond line"))).isEqualTo(ExitCode.BUG);

        Path log = onlyLog();
        assertThat(err.toString())
                .isEqualTo("A bug in migrate: java.lang.IllegalStateException: oops. Please report it with " + log
                        + System.lineSeparator());
        assertThat(log).content().contains("\tat ").contains("second line");
    }

    @Test
    void saysSoWhenTheStackTraceCannotBeKept() {
        ExitCode exit = new FailureReport(new PrintWriter(err, true), logs.resolve("missing"), new Foreground())
                .report(new StackOverflowError());

        assertThat(exit).isEqualTo(ExitCode.BUG);
        assertThat(err.toString()).contains("could not be written to").hasLineCount(1);
    }

    private ExitCode report(Throwable failure) {
        return new FailureReport(new PrintWriter(err, true), logs, new Foreground()).report(failure);
    }

    private Path onlyLog() throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.reduce((one, other) -> {
                        throw new AssertionError("two logs: " + one + " and " + other);
                    })
                    .orElseThrow();
        }
    }
}
