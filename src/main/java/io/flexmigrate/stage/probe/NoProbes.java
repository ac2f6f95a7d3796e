package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.StageLog;

/** Probes nothing. */
record NoProbes() implements Probes {

    @Override
    public boolean areWanted() {
        return false;
    }

    @Override
    public Probed probe(Subject subject, StageLog log) {
        return Probed.NONE;
    }

    @Override
    public void settle(StageLog log) {
        // because nothing is ever made
    }
}
