package io.flexmigrate.stage.flip;

/** Clients could not be sent to the target in this way, or nobody said so. */
public final class FlipException extends RuntimeException {

    /** @param message what happened, as a clause */
    public FlipException(String message) {
        super(message);
    }

    /**
     * The same with a cause.
     *
     * @param message what happened, as a clause
     */
    public FlipException(String message, Throwable cause) {
        super(message, cause);
    }
}
