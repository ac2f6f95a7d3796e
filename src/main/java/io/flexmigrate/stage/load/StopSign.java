package io.flexmigrate.stage.load;

/** Tells lanes at work that they are to end at once, or that the loaders they wait for hang. */
final class StopSign {

    private volatile boolean raised;
    private volatile int hangs;

    void raise() {
        raised = true;
    }

    boolean isRaised() {
        return raised;
    }

    synchronized void hang() {
        hangs = hangs + 1;
    }

    int hangs() {
        return hangs;
    }
}
