package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code migrate init}: writes the first plan. */
@Command(
        name = "init",
        header = "Asks both servers and writes a plan with comments.",
        description = """
            Looks at both servers, changes nothing on them, and writes a plan: what it saw,
            what it chose and why stand in it as comments. Passwords come from a variable
            or a file and are never written.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate init --name shop \\
                  --source-host db1.example.com --source-user migrate \\
                  --source-password-env SOURCE_PASSWORD \\
                  --target-host shop.mysql.database.azure.com --target-user admin1 \\
                  --target-password-env TARGET_PASSWORD \\
                  --replication-user repl --replication-password-env REPL_PASSWORD
              migrate init --name shop --databases shop,billing -o shop.yaml \\
                  --source-host db1 --source-user migrate \\
                  --source-password-file secrets/source --source-tls-mode required \\
                  --target-host db2 --target-user admin1 \\
                  --target-password-file secrets/target \\
                  --replication-user repl --replication-password-file secrets/repl

            Read on: plans/flexible-server.yaml has every key of a plan and its default
            """)
@Exits(
        value = {ExitCode.FAILED, ExitCode.INTERRUPTED},
        failed = "a server could not be read, or the plan not written")
@SuppressWarnings("NullAway.Init") // picocli sets the specification before anything is called
final class InitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec specification;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Names the run, its lock and its work directory: letters, digits, _ and -.")
    private Optional<String> name = Optional.empty();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private ReplicationOptions replication = new ReplicationOptions();

    @Option(
            names = "--databases",
            paramLabel = "NAME",
            split = ",",
            description = "The databases that move, with commas between. Default: all.")
    private List<String> databases = new ArrayList<>();

    @Option(
            names = "--groups",
            paramLabel = "one|smallest",
            defaultValue = "one",
            description =
                    "One group of all databases, or the smallest that can cut over one after the other, which this"
                            + " version cannot do yet. Default: one, and the smallest as a comment.")
    private GroupChoice groups = GroupChoice.ONE;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = "plan.yaml",
            description = "Where to write the plan; - for the standard output. Default: plan.yaml.")
    private String output = "plan.yaml";

    @Option(names = "--force", description = "Replace the file if it is there already.")
    private boolean force;

    private final PrintWriter out;
    private final PrintWriter err;

    InitCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() throws InterruptedException {
        PlanDestination destination = new PlanDestination(output, force);
        List<String> problems = new ArrayList<>();
        if (name.isEmpty()) {
            problems.add("missing: --name");
        }
        problems.addAll(source.flags().problems());
        problems.addAll(target.flags().problems());
        problems.addAll(replication.problems());
        destination.obstacle().ifPresent(problems::add);
        refuse(problems);
        PlanBeginning beginning = new PlanBeginning(
                name.orElse(""),
                source.flags(),
                target.flags(),
                replication.replication(source.flags(), destination::written),
                databases,
                destination);
        refuse(beginning.problems());
        new Init(beginning, groups, new InitReport(destination.isStandardOutput() ? err : out), out)
                .write(System.getenv());
        return ExitCode.DONE.code();
    }

    private void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new ParameterException(specification.commandLine(), String.join("\n", problems));
        }
    }
}
