package io.flexmigrate.engine;

/** It cannot be known who owns the writes; a person must look before anything else runs. */
public final class UncertainException extends RuntimeException {

    private final String questions;

    /**
     * @param message what is not known
     * @param questions what a person must look at, and how
     */
    public UncertainException(String message, String questions) {
        super(message);
        this.questions = questions;
    }

    public UncertainException(String message, String questions, Throwable cause) {
        super(message, cause);
        this.questions = questions;
    }

    public String questions() {
        return questions;
    }
}
