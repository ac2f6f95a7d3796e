package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.stage.wayback.WayBack;
import java.util.List;
import java.util.Optional;

/** Before a group goes back: the way back, made before it went over, still brings rows. */
public record PreparationBack(WayBack wayBack) implements Preparation {

    private static final Rule HOOKS = Rule.absolute(
            "FM2004",
            "The plan says how the clients are sent back",
            "After the fence the target refuses them: without hooks they would stay there until somebody sends them by hand.",
            "https://docs.haproxy.org/2.6/management.html");

    static final List<Rule> RULES = List.of(HOOKS);

    @Override
    public List<Finding> findings(List<Plan.Group> groups) {
        return groups.stream()
                .filter(group -> group.reverse().isEmpty())
                .map(group -> HOOKS.blocker(
                        "group " + group.name(),
                        "The plan has hooks that send the clients of " + group.name()
                                + " to the target, and none that send them back.",
                        "Add flip_back to the group in the plan (it may be changed at any time): the hooks that send the clients"
                                + " to the source, or flip_back: [] when you do that by hand."))
                .toList();
    }

    @Override
    public void run(Plan.Group group, Facts facts, Link link, StageLog log) throws InterruptedException {
        known(facts, log);
        wayBack.prove(log);
        link.requireHealthy();
    }

    /** @throws StageFailedException when there was no way back when it went over */
    @Override
    public TableComparisons.Known known(Facts facts, StageLog log) {
        return WayBack.equalSince(log.in(log.crossing().orElseThrow().previous()))
                .map(TableComparisons.Known::equal)
                .orElseThrow(
                        () -> new StageFailedException(
                                "This group went over without a way back, so the source lacks what was written since.",
                                "It can only go on from here. A new run, with source and target exchanged, brings it back with its data."));
    }

    /** Since it was closed on the source. */
    @Override
    public Optional<BinlogCoordinates> foreignSince(StageLog log) {
        return Optional.of(MoveReading.fence(log.in(log.crossing().orElseThrow().previous())));
    }
}
