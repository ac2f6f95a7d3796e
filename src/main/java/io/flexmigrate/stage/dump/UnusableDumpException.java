package io.flexmigrate.stage.dump;

/** This dump is of no use, but another attempt may be. */
final class UnusableDumpException extends RuntimeException {

    UnusableDumpException(String message) {
        super(message);
    }
}
