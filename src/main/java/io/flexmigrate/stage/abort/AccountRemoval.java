package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.accounts.AccountDropping;

/** Drops the accounts that this run made on the target, and that nobody has opened since. */
record AccountRemoval(MySqlServer target) implements Undoing {

    @Override
    public StageName stage() {
        return StageName.ACCOUNTS;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        new AccountDropping(target).drop(facts, log);
    }
}
