package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.SourceSettings;

/** Puts the source's settings back to what they were before PREPARE. */
record SettingsRestoration(MySqlServer source) implements Undoing {

    @Override
    public StageName stage() {
        return StageName.PREPARE;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        new SourceSettings(source).restore(SourceSettings.changed(log), log);
    }
}
