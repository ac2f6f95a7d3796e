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

    private final PrintWriter out;

    ResumeCommand(PrintWriter out) {
        this.out = out;
    }

    @Override
    public Integer call() throws InterruptedException {
        Migration migration = parameters.migration(out).accepting(acceptances.accepted());
        return listen.during(() -> migration.run(true, Set.of()), parameters.reading(), out)
                .code();
    }
}
