package io.flexmigrate.engine;

/** A failure that may pass by itself, such as a server that restarts: to be borne for a while before it counts. */
public final class PassingFailureException extends StageFailedException {

    /**
     * @param kind of what
     * @param message what happened, to which thing
     * @param remedy what a person can do about it when it does not pass
     */
    public PassingFailureException(FailureKind kind, String message, String remedy) {
        super(kind, message, remedy);
    }
}
