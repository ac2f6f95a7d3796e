package io.flexmigrate.stage.abort;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.stage.SourceSettings;
import io.flexmigrate.stage.lag.RetentionRaise;
import java.util.Map;
import java.util.TreeMap;

/** Puts the source's settings back to what they were before PREPARE, and CATCH_UP after it, changed them. */
record SettingsRestoration(MySqlServer source) implements Undoing {

    @Override
    public StageName stage() {
        return StageName.PREPARE;
    }

    @Override
    public void undo(Facts facts, StageLog log) {
        Map<String, String> originals = new TreeMap<>(RetentionRaise.originals(log.past(StageName.CATCH_UP)));
        originals.putAll(SourceSettings.changed(log)); // because those are older
        new SourceSettings(source).restore(originals, log);
    }
}
