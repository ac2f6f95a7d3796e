package io.flexmigrate.lab;

import java.time.Duration;

/**
 * What one contender of a bench needed once.
 *
 * @param dump from the start until the dump stands; all of it where dump and load are one
 * @param load until all is on the target
 * @param notes what else was measured, for people
 */
record Round(Duration dump, Duration load, String notes) {

    Duration total() {
        return dump.plus(load);
    }

    static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    @Override
    public String toString() {
        return seconds(total()) + " (dump " + seconds(dump) + ", load " + seconds(load) + ") " + notes;
    }
}
