package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.stage.account.ReplicationLogin;

/** Drops the replication account, if this run made it. */
record LoginRemoval(ReplicationLogin login) implements Undoing {

    @Override
    public StageName stage() {
        return StageName.PREPARE;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        if (login.isMade(log)) {
            login.drop(log);
        }
    }
}
