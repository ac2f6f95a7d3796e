package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.fence.Fence;
import java.util.Map;
import java.util.Optional;

/** A server that had the writes before: the crossing by which they left closed it, and that is undone. */
record Reopening(Route left) implements NewHome {

    private static final Step REOPEN = Step.of("reopen");

    /** @param assessed as the crossing sees it that comes back */
    @Override
    public Ready ready(Plan.Group group, Fact.Assessed assessed, StageLog log) {
        Crossing crossing = log.crossing().orElseThrow();
        if (crossing.number() == 1 || log.hasReached(REOPEN)) {
            return nothing();
        }
        StageLog leaving = log.in(crossing.previous());
        Optional<Map<String, String>> standing = FenceMemory.standing(leaving);
        if (standing.isEmpty()) {
            return nothing();
        }
        Session session = left.closed().open();
        Fence fence = left.memory(group, assessed.mirrored()).fence(standing.get(), session);
        // because what is asked for the first time takes several times as long, and the clients wait for it below
        fence.isWhollyShut(standing.get());
        return new Ready() {
            @Override
            public void open(StageLog ofThis) {
                // because behind OPEN it is done again, whatever stands here
                ofThis.hurrying().intend(REOPEN, Map.of());
                fence.letIn(standing.get());
            }

            @Override
            public void finish(StageLog ofThis) {
                fence.lift(standing.get());
                ofThis.reach(REOPEN, Map.of());
            }

            @Override
            public void close() {
                session.close();
            }
        };
    }

    private static Ready nothing() {
        return new Ready() {
            @Override
            public void open(StageLog log) {
                // because nothing was closed
            }

            @Override
            public void finish(StageLog log) {
                // because nothing was closed
            }

            @Override
            public void close() {
                // because nothing was opened
            }
        };
    }
}
