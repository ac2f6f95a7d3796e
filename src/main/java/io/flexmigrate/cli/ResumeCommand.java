package io.flexmigrate.cli;

import java.io.PrintWriter;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code migrate resume}: goes on with a run, and refuses to begin one. */
@Command(
        name = "resume",
        description = "Goes on with a run that was begun before.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class)
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
