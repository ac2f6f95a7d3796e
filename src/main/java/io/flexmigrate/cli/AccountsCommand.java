package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate accounts}: what becomes of the source's accounts. */
@Command(
        name = "accounts",
        description = "Shows the accounts of both servers and what copying them would do; changes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
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
