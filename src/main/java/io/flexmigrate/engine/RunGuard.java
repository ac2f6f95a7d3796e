package io.flexmigrate.engine;

/** The right to be the only run of a plan, held on both servers. */
public interface RunGuard {

    /**
     * Takes the right; does nothing when it is held already.
     *
     * @throws StageFailedException when another run holds it
     */
    void acquire();

    /**
     * Sees that the right is still held, or was never needed.
     *
     * @throws StageFailedException when it was held and is lost
     */
    void check();
}
