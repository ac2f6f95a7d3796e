package io.flexmigrate.stage.dump;

import io.flexmigrate.model.TableRows;
import java.time.Duration;
import java.util.List;

/** What reads from the source beside mydumper, out of the same snapshot. */
public interface SnapshotReader {

    /** Opens its sessions, while the source is locked. */
    Reading open();

    /** Sessions that see the snapshot; closing them ends what they do. */
    interface Reading extends AutoCloseable {

        /** Begins to read, once the source is not locked any more. */
        void start();

        /** Waits for the end, and says whether it came. */
        boolean ends(Duration within) throws InterruptedException;

        /**
         * What was read, when it has ended.
         *
         * @throws io.flexmigrate.engine.StageFailedException when it failed
         */
        List<TableRows> requireSuccess();

        @Override
        void close();
    }
}
