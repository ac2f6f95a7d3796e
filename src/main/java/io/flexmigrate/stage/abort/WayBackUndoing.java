package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.stage.wayback.WayBack;

/** Takes away the way back that a cut-over made before its fence. */
record WayBackUndoing(WayBack wayBack) implements Undoing {

    @Override
    public StageName stage() {
        return StageName.CUT_OVER;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        wayBack.remove(log);
    }
}
