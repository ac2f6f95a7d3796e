package io.flexmigrate.stage.flip;

import java.util.Optional;

/** One thing that sends clients to the target. */
public interface Flip {

    /** What it is, for people and the journal; no secret is in it. */
    String shown();

    /** Why it could not be done now, as far as that can be told without doing it. */
    Optional<String> objection() throws InterruptedException;

    /**
     * Does it; may be done twice.
     *
     * @throws FlipException when it was refused, or it is not known what came of it
     */
    void run() throws InterruptedException;
}
