package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.fence.Fence;
import io.flexmigrate.stage.fence.Fences;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The fence of a group as the journal remembers it.
 *
 * @param scope the databases that move
 */
record FenceMemory(Fences fences, Plan.Group group, List<String> scope) {

    FenceMemory {
        scope = List.copyOf(scope);
    }

    /** What stood before the group was closed for the last time; empty when it never was, or all was undone since. */
    static Optional<Map<String, String>> standing(StageLog log) {
        Optional<Map<String, String>> before = Optional.empty();
        for (Event event : log.past()) {
            if (event instanceof Event.Intended intended && intended.step().equals(CutOverStep.OPENING.step())) {
                before = Optional.of(intended.details());
            } else if (event instanceof Event.Reached reached && reached.step().equals(CutOverStep.ABORTED.step())) {
                before = Optional.empty();
            }
        }
        return before;
    }

    /** What was about to be fenced when an attempt died before it had closed anything; empty when none did. */
    static Optional<Map<String, String>> armed(StageLog log) {
        Optional<Map<String, String>> armed = Optional.empty();
        for (Event event : log.past()) {
            if (event instanceof Event.Intended intended && intended.step().equals(CutOverStep.FENCED.step())) {
                armed = Optional.of(intended.details());
            } else if (event instanceof Event.Reached reached
                    && List.of(CutOverStep.ABORTED.step(), CutOverStep.OPEN.step())
                            .contains(reached.step())) {
                armed = Optional.empty();
            }
        }
        return armed;
    }

    Fence fence(Map<String, String> standing, Session session) {
        return fences.recorded(group, standing, scope, session);
    }

    /** The statements that open the source again. */
    String byHand(Map<String, String> standing) {
        return Fences.byHand(standing);
    }
}
