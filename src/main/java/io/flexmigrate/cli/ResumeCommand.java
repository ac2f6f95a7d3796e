package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate resume}: goes on with a run, and refuses to begin one. */
@Command(
        name = "resume",
        header = "Goes on with a run that was begun before.",
        description = """
            As migrate run, but refuses to begin: right for scripts, where a mistyped work
            directory must not start a second migration. What was done is not done again.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate resume plan.yaml
              migrate resume plan.yaml --work-dir /data/shop --ui 127.0.0.1:8080

            Read on: src/site/markdown/crash-matrix.md says what a crash leaves at each step
            """)
@Exits({
    ExitCode.FAILED,
    ExitCode.INVALID_PLAN,
    ExitCode.BLOCKED,
    ExitCode.DIFFERENT,
    ExitCode.UNCERTAIN,
    ExitCode.ABORTED,
    ExitCode.INTERRUPTED
})
final class ResumeCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Mixin
    private AcceptParameters acceptances = new AcceptParameters();

    @Mixin
    private ListenParameters listen = new ListenParameters();

    @Mixin
    private final TellingParameters tellings;

    ResumeCommand(PrintWriter out, Foreground foreground) {
        this.tellings = new TellingParameters(out, foreground);
    }

    @Override
    public Integer call() throws InterruptedException {
        Telling telling = tellings.telling();
        Migration migration = parameters.migration(telling).accepting(acceptances.accepted());
        return listen.during(() -> migration.run(true, Set.of()), parameters.reading(), telling)
                .code();
    }
}
