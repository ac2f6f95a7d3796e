package io.flexmigrate.cli;

import io.flexmigrate.journal.SchemaJson;
import io.flexmigrate.plan.PlanSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code migrate schema}: what editors need to help with a plan. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a plan, by which editors complete and check it.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
final class SchemaCommand implements Callable<Integer> {

    private final PrintWriter out;

    SchemaCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        out.print(new SchemaJson().write(PlanSchema.keywords()));
        return ExitCode.DONE.code();
    }
}
