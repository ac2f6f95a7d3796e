package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate accounts}: what becomes of the source's accounts. */
@Command(
        name = "accounts",
        header = "Shows the accounts of both servers; changes nothing.",
        description = """
            What copying them would do, and what the target cannot hold and why.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate accounts plan.yaml
              migrate accounts plan.yaml --diff
                  Only what differs, with the statements that would be run.

            Read on: src/site/markdown/accounts.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN, ExitCode.INTERRUPTED},
        failed = "a server could not be read")
final class AccountsCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(names = "--diff", description = "Only what differs, with the statements that would be run.")
    private boolean onlyDifferences;

    private final PrintWriter out;

    AccountsCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        parameters.accounts(out).show(onlyDifferences);
        return ExitCode.DONE.code();
    }
}
