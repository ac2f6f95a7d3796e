package io.flexmigrate.scenario;

import java.time.Duration;

/** When a victim lives in a stage that nobody disturbs, both counted from the stage's start. */
record Lifetime(Duration begin, Duration end) {

    static Lifetime at(Duration moment) {
        return new Lifetime(moment, moment);
    }

    Lifetime until(Duration later) {
        return new Lifetime(begin, later);
    }
}
