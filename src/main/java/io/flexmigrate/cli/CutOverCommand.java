package io.flexmigrate.cli;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.stage.cutover.Mandate;
import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code migrate cutover}: moves the writes of one group or of several, or tries how that would be. */
@Command(
        name = "cutover",
        header = "Moves the writes of the next group to the target.",
        description = """
            Goes past the approval gate, and asks first. If the pause would not fit the
            budget, it is given up and undone before the target is opened. From OPEN on
            there is only forward, or migrate rollback.
            """,
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        footerHeading = "%nExamples:%n",
        footer = """
              migrate cutover plan.yaml --rehearse
                  Predicts the pause, as often as you like; nothing is fenced.
              migrate cutover plan.yaml --rehearse --with-fence
                  Takes the real fence and lets it go: writers wait, nothing moves.
              migrate cutover plan.yaml --group shop
              migrate cutover plan.yaml --all --yes
              migrate cutover plan.yaml --abort
                  From another terminal: ends one that is not open yet.

            Read on: src/site/markdown/cut-over.md
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
final class CutOverCommand implements Callable<Integer> {

    @Mixin
    private PlanParameters parameters = new PlanParameters();

    @Mixin
    private CutOverParameters wanted = new CutOverParameters();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(
            names = "--abort",
            description = "End a cut-over that is under way elsewhere, before it is open: the source goes on.")
    private boolean aborts;

    @Mixin
    private AcceptParameters acceptances = new AcceptParameters();

    @Mixin
    private ListenParameters listen = new ListenParameters();

    @Mixin
    private final TellingParameters tellings;

    private final PrintWriter out;

    CutOverCommand(PrintWriter out, Foreground foreground) {
        this.tellings = new TellingParameters(out, foreground);
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Telling telling = tellings.telling();
        CutOverRun run = parameters.cutOver(telling);
        if (aborts) {
            return run.abort().code();
        }
        run.requireLinked();
        Mandate mandate = wanted.mandate(run.groups(Crossing.Way.OVER));
        if (!yes && mandate.reach() != Mandate.Reach.REHEARSE) {
            run.question(mandate).ifPresent(question -> new Confirmation(out).ask(question, run.word(mandate)));
        }
        Migration migration =
                parameters.migration(telling).accepting(acceptances.accepted()).wanting(mandate);
        return listen.during(() -> migration.run(true, Set.of()), parameters.reading(), telling)
                .code();
    }
}
