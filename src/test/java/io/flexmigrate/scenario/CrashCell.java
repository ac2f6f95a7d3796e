package io.flexmigrate.scenario;

import io.flexmigrate.engine.StageName;

/** A cell of the crash matrix: what goes wrong, and when. */
record CrashCell(Moment moment, Harm harm) {

    boolean isOfAssessment() {
        return moment.stage() == StageName.ASSESS;
    }

    /** Such as {@code kill -9 source after LOAD started#1}. */
    @Override
    public String toString() {
        return harm + " " + moment;
    }
}
