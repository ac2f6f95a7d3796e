package io.flexmigrate.cli;

import io.flexmigrate.model.DefinitionDifference;
import io.flexmigrate.report.Visible;
import io.flexmigrate.stage.repair.Repair;
import io.flexmigrate.stage.verify.Extent;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.stage.verify.Verdict;
import io.flexmigrate.stage.verify.Verification;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate verify}: compares what both servers define and hold, at any time; changes nothing. */
@Command(
        name = "verify",
        header = "Compares both servers at any time; names what differs.",
        description = """
            Definitions and rows, while both are written; locks nothing and changes
            nothing. Rows that differ are named by their key.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate verify plan.yaml
              migrate verify plan.yaml --tables 'shop.orders,crm.*'
              migrate verify plan.yaml --mode sample --one-in 50
                  Less work for large servers; prints the seed that repeats it.
              migrate verify plan.yaml --repair-sql repair.sql
                  Also writes what would make the target's rows the source's.
              migrate verify plan.yaml --evidence migrate-shop/evidence.json
                  Months later: is what the evidence claims still so?

            Read on: src/site/markdown/verification.md
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INVALID_PLAN, ExitCode.DIFFERENT, ExitCode.INTERRUPTED},
        failed = "something could not be compared or proven")
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

    @Mixin
    private ExtentParameters extents = new ExtentParameters();

    @Mixin
    private RepairParameters repair = new RepairParameters();

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description = "Compare nothing; look again at what the evidence.json of a finished run claims.")
    private Optional<Path> evidence = Optional.empty();

    private final PrintWriter out;

    VerifyCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (evidence.isPresent()) {
            return parameters.evidence().check(evidence.get(), out).code();
        }
        Optional<RepairFile> statements = repair.file();
        Extent extent = extents.extent(statements.isPresent());
        Verification verification = parameters.verification();
        List<DefinitionDifference> definitions = tables.isEmpty() ? verification.definitions() : List.of();
        int limit = statements.isPresent() ? Repair.ROWS_PER_CHUNK : TableComparisons.ROWS_NAMED;
        List<Verdict> verdicts = verification.compare(new TableChoice(tables).of(verification.tables()), limit, extent);
        definitions.forEach(difference -> out.println(Visible.line(difference.words())));
        out.print(new VerdictText(showValues, extent).write(verdicts));
        if (tables.isEmpty()) {
            out.println(
                    definitions.isEmpty() ? "all definitions equal" : definitions.size() + " definition(s) different");
        }
        statements.ifPresent(file -> out.print(
                new RepairText(new Repair(verification.source(), verification.target())).write(file, verdicts)));
        if (!definitions.isEmpty() || verdicts.stream().anyMatch(verdict -> verdict.kind() == Verdict.Kind.DIFFERENT)) {
            return ExitCode.DIFFERENT.code();
        }
        return verdicts.stream().allMatch(verdict -> verdict.kind() == Verdict.Kind.EQUAL)
                ? ExitCode.DONE.code()
                : ExitCode.FAILED.code();
    }
}
