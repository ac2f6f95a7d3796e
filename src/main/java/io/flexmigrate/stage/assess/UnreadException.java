package io.flexmigrate.stage.assess;

/** A part of a server could not be read; what a check would have said of it is unknown. */
final class UnreadException extends RuntimeException {

    /** @param reason why not, as a sentence */
    UnreadException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
