package io.flexmigrate.stage.flip;

import java.util.Optional;

/** One thing that sends clients to the target. */
public interface Flip {

    /** What it is, for people and the journal; no secret is in it. */
    String shown();

    /** Why it could not be done now, as far as that can be told without doing it. */
    Optional<String> objection() throws InterruptedException;

    /**
     * Whether it turns a proxy and nothing else, so that it may be done while the clients' accounts are being opened: whoever is sent
     * over too early is refused there as he would be here.
     */
    default boolean turnsProxy() {
        return false;
    }

    /**
     * Does it; may be done twice.
     *
     * @throws FlipException when it was refused, or it is not known what came of it
     */
    void run() throws InterruptedException;
}
