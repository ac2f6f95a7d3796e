package io.flexmigrate.cli;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.stage.cutover.Mandate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which groups are to cut over, and how far. */
final class CutOverParameters {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description =
                    "This group of the plan; may be repeated. Default: cutover takes the first that has not moved, rollback"
                            + " the one that moved last.")
    private List<String> groups = new ArrayList<>();

    @Option(names = "--all", description = "All groups that can go, one after the other.")
    private boolean all;

    @Option(names = "--rehearse", description = "Only predict the pause, as often as you like; nothing is fenced.")
    private boolean rehearses;

    @Option(
            names = "--with-fence",
            description =
                    "With --rehearse: take the real fence and let it go. Writers wait as they would in earnest; nothing moves.")
    private boolean fences;

    /** The groups of a plan, and which of them can go. */
    interface Groups {

        /** In the order of the plan. */
        List<String> all();

        /** Over to the target, or back. */
        Crossing.Way way();

        /** Those of them that can go this way, the next one first. */
        List<String> left();
    }

    /**
     * What is wanted.
     *
     * @throws ParameterException when that is not to be had
     */
    Mandate mandate(Groups known) {
        if (fences && !rehearses) {
            throw refused("--with-fence goes with --rehearse only.");
        }
        if (all && !groups.isEmpty()) {
            throw refused("--all and --group exclude each other.");
        }
        groups.stream()
                .filter(group -> !known.all().contains(group))
                .findFirst()
                .ifPresent(group -> {
                    throw refused(
                            "The plan has no group '" + group + "'; it has: " + String.join(", ", known.all()) + ".");
                });
        groups.stream()
                .filter(group -> !known.left().contains(group))
                .findFirst()
                .ifPresent(group -> {
                    throw new RefusedException(
                            known.way() == Crossing.Way.OVER
                                    ? "The group " + group + " has moved already."
                                    : "The group " + group
                                            + " is on the source: it has not moved, or is back already.");
                });
        return new Mandate(chosen(known.left()), known.way(), reach());
    }

    private List<String> chosen(List<String> left) {
        if (!groups.isEmpty()) {
            return groups.stream().distinct().toList();
        }
        return all ? left : left.stream().limit(1).toList();
    }

    private Mandate.Reach reach() {
        if (!rehearses) {
            return Mandate.Reach.MOVE;
        }
        return fences ? Mandate.Reach.DRILL : Mandate.Reach.REHEARSE;
    }

    private ParameterException refused(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
