package io.flexmigrate.engine;

/** The journal cannot be read or written; nothing may be done that would not be remembered. */
public class JournalException extends RuntimeException {

    public JournalException(String message) {
        super(message);
    }

    public JournalException(String message, Throwable cause) {
        super(message, cause);
    }
}
