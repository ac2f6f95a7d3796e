package io.flexmigrate.cli;

import io.flexmigrate.engine.CutOverAbortedException;
import io.flexmigrate.engine.DifferencesFoundException;
import io.flexmigrate.engine.JournalException;
import io.flexmigrate.engine.StageBlockedException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.UncertainException;
import io.flexmigrate.journal.LogLine;
import io.flexmigrate.journal.LogLine.Level;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.UnreadableDefinitionException;
import io.flexmigrate.plan.ChangedPlanException;
import io.flexmigrate.plan.InvalidPlanException;
import io.flexmigrate.process.ProcessException;
import io.flexmigrate.report.FindingsText;
import io.flexmigrate.report.Visible;
import io.flexmigrate.stage.EncryptionRemedy;
import io.flexmigrate.stage.Stages;
import io.flexmigrate.time.SystemClock;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one place where an exception becomes words for a person and an exit code. */
final class FailureReport implements IExecutionExceptionHandler {

    private static final int MOST_DIFFERENCES = 100;

    private static final String AGAIN = "Then run the same command again: it goes on from the stage that failed.";

    private final PrintWriter err;
    private final BugLog bugs;
    private final Foreground foreground;
    private final LogFormat format;

    /**
     * In text.
     *
     * @param logs directory for the stack traces of our bugs
     */
    FailureReport(PrintWriter err, Path logs, Foreground foreground) {
        this(err, new BugLog(logs), foreground, LogFormat.TEXT);
    }

    private FailureReport(PrintWriter err, BugLog bugs, Foreground foreground, LogFormat format) {
        this.err = err;
        this.bugs = bugs;
        this.foreground = foreground;
        this.format = format;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parseResult) {
        LogFormat wanted = Optional.ofNullable(parseResult.subcommand())
                .map(verb -> verb.matchedOptionValue("--log-format", LogFormat.TEXT))
                .orElse(format);
        return new FailureReport(err, bugs, foreground, wanted).report(failure).code();
    }

    ExitCode report(Throwable failure) {
        Optional<ErrorCode> error = ErrorCodes.of(failure);
        if (error.isEmpty()) {
            return say(
                    ExitCode.INTERRUPTED,
                    Optional.empty(),
                    "Interrupted. Run the same command again to go on from there.");
        }
        String code = error.get().code();
        return say(
                error.get().exit(),
                Optional.of(code),
                words(failure).stripTrailing() + "\nError " + code + ": 'migrate explain " + code + "' tells more.");
    }

    private String words(Throwable failure) {
        if (failure instanceof StageBlockedException blocked) {
            return blocked(blocked);
        }
        if (failure instanceof DifferencesFoundException different) {
            return different(different);
        }
        if (failure instanceof UncertainException uncertain) {
            return uncertain(uncertain);
        }
        if (failure instanceof CutOverAbortedException) {
            return aborted(failure);
        }
        if (failure instanceof StageFailedException failed) {
            return message(failure) + "\nTo do: " + failed.remedy() + "\n" + AGAIN;
        }
        if (failure instanceof MySqlException refused) {
            return message(failure) + "\nTo do: " + remedy(refused) + " " + AGAIN;
        }
        return plain(failure);
    }

    private String plain(Throwable failure) {
        if (failure instanceof InvalidPlanException
                || failure instanceof ChangedPlanException
                || failure instanceof RefusedException) {
            return message(failure);
        }
        if (failure instanceof ReportFileException) {
            return message(failure) + "\nTo do: name another file with --output.";
        }
        if (failure instanceof ProcessException) {
            return message(failure) + "\nTo do: see that the program can be run. " + AGAIN;
        }
        if (failure instanceof JournalException) {
            return message(failure) + "\nTo do: see that the work directory is usable. " + AGAIN;
        }
        if (failure instanceof UnreadableDefinitionException || failure instanceof UncheckedIOException) {
            return message(failure) + "\n" + AGAIN;
        }
        return bugs.keep(failure);
    }

    private static String remedy(MySqlException refused) {
        return refused.encryptionTrouble()
                .map(trouble -> EncryptionRemedy.of(refused.role(), trouble))
                .orElse("see that the server answers.");
    }

    private ExitCode say(ExitCode exit, Optional<String> code, String text) {
        String shown = Visible.lines(text.stripTrailing());
        err.println(format == LogFormat.TEXT ? shown : logged(exit, code, shown));
        return exit;
    }

    private String logged(ExitCode exit, Optional<String> code, String text) {
        Map<String, String> details = new TreeMap<>(Map.of("exit", Integer.toString(exit.code())));
        code.ifPresent(known -> details.put("code", known));
        return new LogLine(
                        SystemClock.wall().instant(),
                        exit == ExitCode.INTERRUPTED ? Level.WARN : Level.ERROR,
                        foreground.run(),
                        Optional.empty(),
                        "end",
                        text,
                        details)
                .json();
    }

    private static String blocked(StageBlockedException blocked) {
        return """
                %s. Nothing was changed.

                %s
                Put right what blocks, then run the same command again.
                """.formatted(message(blocked), new FindingsText(Stages.catalogue()).write(blocked.findings()));
    }

    private static String different(DifferencesFoundException different) {
        return """
                %s:
                %s
                Writes go on where they were; nothing was opened.
                To do: %s
                """.formatted(message(different), listed(different.differences()), different.remedy());
    }

    private static String listed(List<String> differences) {
        int more = differences.size() - MOST_DIFFERENCES;
        return String.join("\n", differences.subList(0, Math.min(differences.size(), MOST_DIFFERENCES)))
                + (more > 0 ? "\nand " + more + " more" : "");
    }

    private static String uncertain(UncertainException uncertain) {
        return """
                STOP: %s
                Look at this before anything else runs, and do not run this program again until it is clear:
                %s
                """.formatted(message(uncertain), uncertain.questions());
    }

    private static String aborted(Throwable aborted) {
        return """
                The cut-over was given up and undone: %s
                Writes go on where they were. Run 'migrate cutover', or 'migrate rollback', to try again.
                """.formatted(message(aborted));
    }

    private static String message(Throwable failure) {
        return String.valueOf(failure.getMessage());
    }
}
