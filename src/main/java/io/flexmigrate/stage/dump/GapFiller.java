package io.flexmigrate.stage.dump;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.FilledDirectory;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.ToolThreads;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Dumps, out of the same snapshot, the tables that the mydumper at hand would spoil. */
public interface GapFiller {

    /**
     * Finds these tables; called before the source is locked.
     *
     * @param tables all base tables that move
     */
    Filling prepare(
            List<String> databases, List<TableName> tables, ToolVersion tool, ServerVersion source, StageLog log);

    /**
     * Fills for real, into the directory beside the dump.
     *
     * @param omissions where the file that tells mydumper of these tables is written; absolute
     */
    static GapFiller live(MySqlServer source, Plan plan, Path dump, Path omissions) {
        return new LiveGapFiller(
                source,
                FilledDirectory.beside(dump),
                omissions,
                ToolThreads.of(plan.dump().threads()),
                plan.dump().compress());
    }

    /** Only says what it would fill. */
    static GapFiller described(MySqlServer source, Path dump, Path omissions, Consumer<Action> sink) {
        return new DescribedGapFiller(source, FilledDirectory.beside(dump).path(), omissions, sink);
    }

    /** Fills nothing. */
    static GapFiller none() {
        return (databases, tables, tool, source, log) -> new NoFilling();
    }
}
