package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.AutoComplete;
import picocli.CommandLine;

/** The program {@code migrate}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(runToTheEnd(arguments));
    }

    private static int runToTheEnd(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Foreground foreground = new Foreground();
        try (StopSignal signal = StopSignal.interrupting(Thread.currentThread(), foreground::free, err)) {
            return run(out, err, foreground, arguments);
        }
    }

    /** Runs a command line and returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(out, err, new Foreground(), arguments);
    }

    private static int run(PrintWriter out, PrintWriter err, Foreground foreground, String... arguments) {
        FailureReport failures = new FailureReport(err, Path.of(System.getProperty("java.io.tmpdir")), foreground);
        try {
            return commandLine(out, err, foreground)
                    .setExecutionExceptionHandler(failures)
                    .execute(arguments);
        } catch (Error bug) {
            return failures.report(bug).code();
        } finally {
            out.flush();
            err.flush();
        }
    }

    static CommandLine commandLine(PrintWriter out, PrintWriter err, Foreground foreground) {
        CommandLine line = new CommandLine(new MigrateCommand())
                .addSubcommand(new InitCommand(out, err))
                .addSubcommand(new PlanCommand(out))
                .addSubcommand(new RunCommand(out, foreground))
                .addSubcommand(new ResumeCommand(out, foreground))
                .addSubcommand(new StatusCommand(out, foreground))
                .addSubcommand(new ReportCommand(out))
                .addSubcommand(new UiCommand(out))
                .addSubcommand(new CutOverCommand(out, foreground))
                .addSubcommand(new RollbackCommand(out, foreground))
                .addSubcommand(new WatchCommand(out, foreground))
                .addSubcommand(new VerifyCommand(out))
                .addSubcommand(new AbortCommand(out, foreground))
                .addSubcommand(new AccountsCommand(out))
                .addSubcommand(new SkipCommand(out))
                .addSubcommand(new CoordinatesCommand(out))
                .addSubcommand(new ExplainCommand(out))
                .addSubcommand(new SchemaCommand(out))
                .addSubcommand(completion())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err);
        return HelpPages.complete(line);
    }

    /** Not in the help: it is for the shell's own start-up file. */
    private static CommandLine completion() {
        CommandLine completion = new CommandLine(new AutoComplete.GenerateCompletion());
        completion.getCommandSpec().usageMessage().hidden(true);
        return completion;
    }
}
