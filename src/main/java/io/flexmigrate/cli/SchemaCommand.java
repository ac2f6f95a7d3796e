package io.flexmigrate.cli;

import io.flexmigrate.journal.SchemaJson;
import io.flexmigrate.plan.PlanSchema;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code migrate schema}: what editors need to help with a plan. */
@Command(
        name = "schema",
        header = "Prints the JSON Schema of a plan, for editors.",
        description = """
            Editors that know YAML complete and check a plan by it. The example plans name
            the file plans/plan.schema.json, which is the same.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate schema

            Read on: plans/flexible-server.yaml
            """)
@Exits({})
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
