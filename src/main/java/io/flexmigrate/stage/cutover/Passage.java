package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.canary.Canaries;
import io.flexmigrate.stage.canary.ClientWatch;
import io.flexmigrate.stage.fence.BlockerEnding;
import io.flexmigrate.stage.verify.TableComparisons;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings a group from one server to the other: ready, rehearse, fence, drain, verify, open, flip. */
public record Passage(Route route, Preparation preparation, Aftermath aftermath, Canaries canaries) {

    /** What stands in the way of these groups now. */
    List<Finding> findings(List<Plan.Group> groups) {
        List<Plan.Group> turned = groups.stream().map(route::group).toList();
        List<Finding> findings = new ArrayList<>(preparation.findings(groups));
        findings.addAll(readiness().findings(turned));
        return findings;
    }

    private Readiness readiness() {
        return new Readiness(route.plan(), route.ends(), route.closed(), aftermath.flips(), canaries);
    }

    /** Before OPEN: settles what an interrupted attempt may have closed. */
    void settle(Plan.Group group, Facts facts, Mandate.Reach reach, StageLog log) {
        settlement(group, seen(facts)).settleOpening(reach, log);
    }

    /** Goes as far as is wanted; behind OPEN, forward to the end. */
    void go(Plan.Group group, Facts facts, Mandate.Reach reach, StageLog log) throws InterruptedException {
        if (log.hasReached(CutOverStep.OPEN.step())) {
            settlement(group, seen(facts)).requireStillClosed(MoveReading.fence(log), log);
            aftermath.forward(group, seen(facts), log);
        } else if (!moved(group, facts, reach, log)) {
            return;
        }
        new Stragglers(route).watch(group, seen(facts), log);
    }

    /** What a crossing that is done may still owe. */
    void lookAgain(Plan.Group group, Facts facts, StageLog log) throws InterruptedException {
        if (Stragglers.isOwed(log)) {
            new Stragglers(route).watch(group, seen(facts), log);
        }
    }

    private boolean moved(Plan.Group group, Facts facts, Mandate.Reach reach, StageLog log)
            throws InterruptedException {
        try (ClientWatch watch = canaries.of(group, log)) {
            boolean open = open(group, facts, reach, watch, log);
            if (open) {
                aftermath.forward(group, seen(facts), log);
            }
            return open;
        }
    }

    /** Whether the other server has taken the writes. */
    private boolean open(Plan.Group group, Facts facts, Mandate.Reach reach, ClientWatch watch, StageLog log)
            throws InterruptedException {
        try (Link link = route.links().open(facts.get(Fact.Assessed.class))) {
            preparation.run(group, facts, link, log);
            if (reach != Mandate.Reach.REHEARSE) {
                new BlockerEnding(route.plan().cutover().onBlocker(), route.closed())
                        .end(readiness().busy(), log);
            }
            log.reach(CutOverStep.READY.step(), Map.of());
            watch.begin();
            TableComparisons.Since since = new TableComparisons.Since(
                    preparation.known(facts, log), link.sourceCoordinates(), preparation.foreignSince(log));
            return new FencedPause(route, aftermath).cutOver(group, reach, seen(facts), since, link, log);
        }
    }

    private Fact.Assessed seen(Facts facts) {
        return route.seen(facts.get(Fact.Assessed.class));
    }

    private Settlement settlement(Plan.Group group, Fact.Assessed seen) {
        return new Settlement(route, route.memory(group, seen));
    }
}
