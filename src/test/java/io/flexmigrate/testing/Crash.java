package io.flexmigrate.testing;

/** The end of the process, as far as a test can play it: an error that nobody catches. */
public final class Crash extends Error {

    Crash(String when) {
        super(when);
    }
}
