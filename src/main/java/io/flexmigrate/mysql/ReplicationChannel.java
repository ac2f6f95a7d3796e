package io.flexmigrate.mysql;

import io.flexmigrate.model.BinlogCoordinates;

/**
 * How a server is pointed at its source, started and let go: by the procedures of a flexible server or by statements.
 *
 * <p>Nothing that a call answers is relied on: only {@link Replica#status} tells what came of it.
 */
public interface ReplicationChannel {

    /** Points the server at the source, at these coordinates; does not start it. */
    void pointAt(Upstream upstream, BinlogCoordinates start);

    /** Starts receiver and applier. */
    void start();

    /** Stops receiver and applier. */
    void stop();

    /** Forgets the source, and what was received of it. */
    void remove();
}
