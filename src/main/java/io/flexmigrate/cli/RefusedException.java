package io.flexmigrate.cli;

/** A command that is not a run could not do what it was asked to, and left nothing behind. */
final class RefusedException extends RuntimeException {

    /** @param message what happened and what to do about it, as sentences */
    RefusedException(String message) {
        super(message);
    }
}
