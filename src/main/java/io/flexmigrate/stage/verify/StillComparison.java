package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.stage.Link;
import java.time.Duration;

/** The last comparison: of what changed since it was proven, while nothing moves. */
public interface StillComparison extends AutoCloseable {

    /**
     * Proves beforehand what can be proven while it moves, so that little is left.
     *
     * @throws io.flexmigrate.engine.DifferencesFoundException when rows differ that nobody changes
     */
    void narrow(Link link, StageLog log) throws InterruptedException;

    /**
     * Compares what is not proven yet. While things move, for a rehearsal, what it finds different says nothing.
     *
     * @param position what the target has applied; while nothing moves, where the source stands
     * @param longest how long it may take
     */
    StillResult compare(BinlogCoordinates position, Duration longest) throws InterruptedException;

    /** Number of tables that are proven in the end. */
    int size();

    @Override
    void close();
}
