package io.flexmigrate.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** What the program is at now: the run it is about, and whoever draws on the terminal, so that a signal can take it back. */
final class Foreground {

    private volatile Optional<String> run = Optional.empty();
    private final AtomicReference<Optional<Runnable>> owner = new AtomicReference<>(Optional.empty());

    /** @param name of the run */
    void about(String name) {
        run = Optional.of(name);
    }

    /** The name of the run; empty before it is known. */
    Optional<String> run() {
        return run;
    }

    /** @param giveBack how the terminal is given back; it may be called again when that was done */
    void take(Runnable giveBack) {
        owner.set(Optional.of(giveBack));
    }

    /** Has the terminal given back. */
    void free() {
        owner.getAndSet(Optional.empty()).ifPresent(Runnable::run);
    }
}
