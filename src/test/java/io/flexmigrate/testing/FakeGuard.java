package io.flexmigrate.testing;

import io.flexmigrate.engine.RunGuard;
import io.flexmigrate.engine.StageFailedException;
import java.util.function.BooleanSupplier;

/** A guard that is lost as soon as a condition holds. */
public final class FakeGuard implements RunGuard {

    private final BooleanSupplier lost;
    private boolean acquired;

    public FakeGuard(BooleanSupplier lost) {
        this.lost = lost;
    }

    @Override
    public void acquire() {
        acquired = true;
    }

    @Override
    public void check() {
        if (lost.getAsBoolean()) {
            throw new StageFailedException("the lock on the source is lost", "run again");
        }
    }

    public boolean isAcquired() {
        return acquired;
    }
}
