package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.ToolVersion;
import java.util.List;

/** Dumps, out of the same snapshot, the tables that the mydumper at hand would spoil. */
public interface GapFiller {

    /**
     * Finds these tables; called before the source is locked.
     *
     * @param tables all base tables that move
     */
    Filling prepare(
            List<String> databases, List<TableName> tables, ToolVersion tool, ServerVersion source, StageLog log);

    /** Fills nothing. */
    static GapFiller none() {
        return (databases, tables, tool, source, log) -> new NoFilling();
    }
}
