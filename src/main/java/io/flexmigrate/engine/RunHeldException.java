package io.flexmigrate.engine;

/** Another process works on the run, and only one may. */
public final class RunHeldException extends JournalException {

    public RunHeldException(String message) {
        super(message);
    }
}
