package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.flip.Flip;
import io.flexmigrate.stage.flip.FlipException;
import io.flexmigrate.stage.flip.Flips;
import java.util.List;
import java.util.Map;

/** Sends the clients along: the hooks of a group, one after the other, each at least once. */
record FlipHooks(Flips flips, Ends ends) {

    /** Does those of a group that the journal does not know to be done. */
    void run(Plan.Group group, StageLog log) throws InterruptedException {
        List<Flip> all = flips.of(group);
        for (int number = 1; number <= all.size(); number++) {
            Flip flip = all.get(number - 1);
            Step step = new Step("flip", number + ". " + flip.shown());
            if (!log.hasReached(step)) {
                // because each is done once more where its end is not known
                log.hurrying().intend(step, Map.of());
                run(flip);
                log.hurrying().reach(step, Map.of());
            }
        }
    }

    private void run(Flip flip) throws InterruptedException {
        try {
            flip.run();
        } catch (FlipException failure) {
            throw new StageFailedException(
                    FailureKind.HOOK,
                    "The flip hook '" + flip.shown() + "' failed: " + failure.getMessage() + ".",
                    "The " + ends.opened() + " is open and the " + ends.closed()
                            + " is closed, so there is only forward: mend the hook and resume, which does it again,"
                            + " or send the clients to the " + ends.opened() + " by hand.",
                    failure);
        }
    }
}
