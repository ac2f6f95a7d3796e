package io.flexmigrate.cli;

import io.flexmigrate.stage.verify.Verdict;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate verify}: compares the data of both servers, at any time; changes nothing. */
@Command(
        name = "verify",
        description = "Compares the rows of both servers, at any time, and names those that differ.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class VerifyCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Option(
            names = "--tables",
            paramLabel = "PATTERN",
            split = ",",
            description = "Only these tables, such as shop.orders,crm.*. Default: all that the plan moves.")
    private List<String> tables = List.of();

    @Option(
            names = "--show-values",
            description =
                    "Print the values that differ. Default: their length and a hash, as they may be personal data.")
    private boolean showValues;

    private final PrintWriter out;

    VerifyCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Verdict> verdicts = parameters.verdicts(new TableChoice(tables));
        out.print(new VerdictText(showValues).write(verdicts));
        if (verdicts.stream().anyMatch(verdict -> verdict.kind() == Verdict.Kind.DIFFERENT)) {
            return ExitCode.DIFFERENT.code();
        }
        return verdicts.stream().allMatch(verdict -> verdict.kind() == Verdict.Kind.EQUAL)
                ? ExitCode.DONE.code()
                : ExitCode.FAILED.code();
    }
}
