package io.flexmigrate.web;

import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import io.flexmigrate.web.Feed.Parts;
import java.time.Duration;
import java.util.function.Supplier;

/** The parts of the page, made once a second for all who look, and less often where making them takes long. */
final class Newest implements Supplier<Parts> {

    private static final int REST = 20;
    private static final Duration OFTEN = Duration.ofMillis(500);

    private final Shown shown;
    private Parts made = new Parts("", true);
    private Stopwatch age = SystemClock.stopwatch();
    private Duration keep = Duration.ZERO;

    Newest(Shown shown) {
        this.shown = shown;
    }

    @Override
    public synchronized Parts get() {
        if (age.elapsed().compareTo(keep) >= 0) {
            age = SystemClock.stopwatch();
            made = make();
            Duration rest = age.elapsed().multipliedBy(REST);
            keep = rest.compareTo(OFTEN) > 0 ? rest : OFTEN;
        }
        return made;
    }

    private Parts make() {
        try {
            return new Parts(shown.parts(), false);
        } catch (Shown.NothingException nothing) {
            return new Parts(String.valueOf(nothing.getMessage()), true);
        } catch (RuntimeException bug) {
            return new Parts("What is new cannot be shown: " + bug, true);
        }
    }
}
