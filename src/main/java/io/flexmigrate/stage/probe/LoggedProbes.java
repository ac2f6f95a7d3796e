package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.StageLog;

/** Probes that write to a log of their own, whatever log they are given. */
record LoggedProbes(Probes probes, StageLog ownLog) implements Probes {

    @Override
    public boolean areWanted() {
        return probes.areWanted();
    }

    @Override
    public Probed probe(Subject subject, StageLog log) throws InterruptedException {
        return probes.probe(subject, ownLog);
    }

    @Override
    public void settle(StageLog log) {
        probes.settle(ownLog);
    }
}
