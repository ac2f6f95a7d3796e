package io.flexmigrate.stage;

import io.flexmigrate.engine.StageFailedException;

/** A server did not let a lock through in all attempts; nothing was changed. */
public final class LockRefusedException extends StageFailedException {

    private static final long serialVersionUID = 1L;

    /**
     * One with those in the way.
     *
     * @param message what could not be locked, and who was in the way
     * @param remedy what a person can do about it
     */
    public LockRefusedException(String message, String remedy) {
        super(message, remedy);
    }
}
