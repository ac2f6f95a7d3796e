package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.StageLog;
import java.util.Map;

/**
 * How the clients of a group get to the server that takes the writes; made before the pause, with all sessions that it needs.
 *
 * @param flipped whether the journal says that they were sent there
 */
record Arrival(NewHome.Ready home, FlipHooks hooks, boolean flipped) implements AutoCloseable {

    /** Lets the clients in and sends them over. */
    void flip(StageLog log) throws InterruptedException {
        if (!flipped) {
            hooks.begin(log);
        }
        home.open(log);
        if (!flipped) {
            hooks.run(log);
            log.reach(CutOverStep.FLIPPED.step(), Map.of());
        }
    }

    /** Puts back what else was closed there: what no client waits for. */
    void finish(StageLog log) {
        home.finish(log);
    }

    @Override
    public void close() {
        hooks.close();
        home.close();
    }
}
