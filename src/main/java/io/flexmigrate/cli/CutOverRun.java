package io.flexmigrate.cli;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.Progress;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.StageState;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.cutover.Mandate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** The cut-over of a run as a person sees it: what is to move, and how it is broken off. */
record CutOverRun(Migration migration, Plan plan, RunDirectory directory, Telling telling) {

    private static final int PATIENCE_SECONDS = 30;

    /** The groups, by what the journal says of them. */
    CutOverParameters.Groups groups(Crossing.Way way) {
        return new MovableGroups(
                plan.cutover().groups().stream().map(Plan.Group::name).toList(), way, Moves.of(events()));
    }

    /** Moves nothing again that went back after the end: the link that would bring it up to date is gone. */
    void requireLinked() {
        if (Progress.of(events()).isFinished()
                && Moves.of(events()).open().size()
                        < groups(Crossing.Way.OVER).all().size()) {
            throw new RefusedException(
                    "The migration was finished, and then writes went back to the source: there is no link"
                            + " any more by which they could move again. Begin a new run with another work directory.");
        }
    }

    /** What a person is to agree to; empty where nothing new is begun. */
    Optional<String> question(Mandate mandate) {
        if (mandate.groups().isEmpty()) {
            return Optional.empty();
        }
        String groups = plan.cutover().groups().stream()
                .filter(group -> mandate.groups().contains(group.name()))
                .map(CutOverRun::described)
                .collect(Collectors.joining(" and "));
        String pause = "Its writers wait for " + plan.cutover().budget().toMillis() + " ms at most";
        return Optional.of(
                mandate.reach() == Mandate.Reach.DRILL
                        ? "This stops the writes of " + groups + " on " + from(mandate)
                                + " for a moment, and moves nothing. " + pause + "."
                        : "This moves the writes of " + groups + " from " + from(mandate) + " to " + to(mandate) + ". "
                                + pause + "; once it is open there is only forward.");
    }

    private String from(Mandate mandate) {
        boolean over = mandate.way() == Crossing.Way.OVER;
        return (over ? plan.source().endpoint() : plan.target().endpoint()).host();
    }

    private String to(Mandate mandate) {
        boolean over = mandate.way() == Crossing.Way.OVER;
        return (over ? plan.target().endpoint() : plan.source().endpoint()).host()
                + (over ? "" : ", back to where they were");
    }

    private static String described(Plan.Group group) {
        return "group " + group.name()
                + (group.databases().isEmpty()
                        ? ", all databases that move,"
                        : " (" + String.join(", ", group.databases()) + ")");
    }

    /** What a person types to agree. */
    String word(Mandate mandate) {
        return mandate.groups().size() == 1 ? mandate.groups().get(0) : "all";
    }

    /** Ends a cut-over that is under way in another process, or lifts what one that died left. */
    ExitCode abort() throws InterruptedException {
        requireUndoable();
        OptionalLong process = FileJournal.runningProcess(directory);
        if (process.isEmpty()) {
            return migration.wanting(Mandate.undoing()).run(true, Set.of());
        }
        if (Progress.of(events()).state(StageName.CUT_OVER) != StageState.STARTED) {
            throw new RefusedException("Process " + process.getAsLong() + " works on the run, and is at no cut-over."
                    + " To end it all the same: kill -INT " + process.getAsLong() + ".");
        }
        end(process.getAsLong());
        requireUndoable();
        telling.say("It is broken off; writes go on where they were. migrate status tells where the run stands.");
        return ExitCode.DONE;
    }

    private void requireUndoable() {
        if (Moves.of(events()).isUnderWay()) {
            throw new RefusedException("The other server has taken the writes: from OPEN on there is only forward."
                    + " Where no process is at it any more, run migrate resume.");
        }
    }

    private void end(long process) throws InterruptedException {
        ProcessHandle handle = ProcessHandle.of(process)
                .orElseThrow(() -> new RefusedException("The process " + process
                        + " that works on the run cannot be seen from here. Where it runs: kill -INT " + process
                        + "."));
        handle.destroy();
        try {
            handle.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException late) {
            throw new RefusedException("The process " + process + " was told to end and has not within "
                    + PATIENCE_SECONDS + " s. When it is killed, the source takes writes again after "
                    + plan.cutover().deadManAfter().toSeconds() + " s: kill -KILL " + process
                    + ", and then migrate cutover --abort once more.");
        }
    }

    private List<Event> events() {
        return directory.hasRun() ? FileJournal.read(directory).events() : List.of();
    }
}
