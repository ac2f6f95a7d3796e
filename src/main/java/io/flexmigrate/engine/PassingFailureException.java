package io.flexmigrate.engine;

/** A failure that may pass by itself, such as a server that restarts: to be borne for a while before it counts. */
public final class PassingFailureException extends StageFailedException {

    /**
     * @param message what happened, to which thing
     * @param remedy what a person can do about it when it does not pass
     */
    public PassingFailureException(String message, String remedy) {
        super(message, remedy);
    }
}
