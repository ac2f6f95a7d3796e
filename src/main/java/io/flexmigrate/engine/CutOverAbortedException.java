package io.flexmigrate.engine;

/** The cut-over was given up and undone; the source goes on as if nothing had been. */
public final class CutOverAbortedException extends RuntimeException {

    public CutOverAbortedException(String message) {
        super(message);
    }

    public CutOverAbortedException(String message, Throwable cause) {
        super(message, cause);
    }
}
