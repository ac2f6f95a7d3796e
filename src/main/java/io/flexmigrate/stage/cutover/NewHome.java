package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Fact;
import io.flexmigrate.plan.Plan;

/** The server that takes the writes of a group: what must be opened there. */
interface NewHome {

    /** Logs in and finds out what to open, so that the pause holds little more than one statement. */
    Ready ready(Plan.Group group, Fact.Assessed assessed, StageLog log);

    /** Opens it; as often as need be. */
    interface Ready extends AutoCloseable {

        /** Lets the clients in. */
        void open(StageLog log);

        /** Puts back what else was closed: what no client waits for. */
        void finish(StageLog log);

        @Override
        void close();
    }
}
