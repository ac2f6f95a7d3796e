package io.flexmigrate.engine;

/** A stage could not do its work; the same command goes on from there once the cause is put right. */
public class StageFailedException extends RuntimeException {

    private final String remedy;

    /**
     * @param message what happened, to which thing
     * @param remedy what a person can do about it
     */
    public StageFailedException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public StageFailedException(String message, String remedy, Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
