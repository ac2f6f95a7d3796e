package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.lag.LagWatching;

/** Drops what a killed CATCH_UP left of its heartbeat on one of the servers; on the target no link does it any more. */
record HeartbeatRemoval(String plan, MySqlServer server) implements Undoing {

    @Override
    public StageName stage() {
        return StageName.CATCH_UP;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        if (!log.past().isEmpty()) {
            LagWatching.removeLeftovers(plan, server, log);
        }
    }
}
