package io.flexmigrate.testing;

import io.flexmigrate.time.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until somebody pauses. */
public final class TestingTime implements InstantSource, Pause {

    private Instant now = Instant.parse("2026-11-22T12:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public void pause(Duration duration) {
        now = now.plus(duration);
    }
}
