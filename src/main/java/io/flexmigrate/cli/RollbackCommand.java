package io.flexmigrate.cli;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.stage.cutover.Mandate;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate rollback}: brings the writes of a group, or of several, back to the source with all that came since. */
@Command(
        name = "rollback",
        header = "Moves the writes of a group back, with all written since.",
        description = """
            The same crossing with the servers exchanged: the same steps, the same budget,
            and nothing that was committed on the target is lost. Needs the way back
            (cutover.way_back in the plan) that the cut-over has made.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate rollback plan.yaml --rehearse
              migrate rollback plan.yaml
                  The group that moved last; asks first.
              migrate rollback plan.yaml --group shop --yes

            Read on: src/site/markdown/way-back.md
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
final class RollbackCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Mixin
    private CutOverParameters wanted = new CutOverParameters();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private ListenParameters listen = new ListenParameters();

    @Mixin
    private final TellingParameters tellings;

    private final PrintWriter out;

    RollbackCommand(PrintWriter out, Foreground foreground) {
        this.tellings = new TellingParameters(out, foreground);
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Telling telling = tellings.telling();
        CutOverRun run = parameters.cutOver(telling);
        Mandate mandate = wanted.mandate(run.groups(Crossing.Way.BACK));
        if (mandate.groups().isEmpty()) {
            throw new RefusedException("No group has moved, so there is nothing to roll back.");
        }
        if (!yes && mandate.reach() != Mandate.Reach.REHEARSE) {
            run.question(mandate).ifPresent(question -> new Confirmation(out).ask(question, run.word(mandate)));
        }
        Migration migration = parameters.migration(telling).wanting(mandate);
        return listen.during(() -> migration.run(true, Set.of()), parameters.reading(), telling)
                .code();
    }
}
