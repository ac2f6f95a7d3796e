package io.flexmigrate.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whoever draws on the terminal now, so that a signal can take it back before anything else is said. */
final class Foreground {

    private final AtomicReference<Optional<Runnable>> owner = new AtomicReference<>(Optional.empty());

    /** @param giveBack how the terminal is given back; it may be called again when that was done */
    void take(Runnable giveBack) {
        owner.set(Optional.of(giveBack));
    }

    /** Has the terminal given back. */
    void free() {
        owner.getAndSet(Optional.empty()).ifPresent(Runnable::run);
    }
}
