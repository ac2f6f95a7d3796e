package io.flexmigrate.stage.load;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Action;
import io.flexmigrate.model.Fact;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Logins;
import io.flexmigrate.stage.Toolbox;
import io.flexmigrate.stage.Workspace;
import io.flexmigrate.time.Pause;
import java.util.Map;
import java.util.function.Consumer;

/** The way from the files of a dump to tables on the target. */
public interface TableLoading {

    /** What it takes to load. */
    record Kit(Plan plan, Logins logins, MySqlServer target, Toolbox tools, Workspace workspace, Pause pause) {}

    /** Loads for real. */
    static TableLoading live(Kit kit) {
        return new LiveLoading(kit);
    }

    /** Says what would be loaded, as far as that is known without a dump. */
    static TableLoading described(Kit kit, Consumer<Action> sink) {
        return new DescribedLoading(kit, sink);
    }

    /** Ends what a dead attempt has left at work on the target; returns when it is gone. */
    void endLeftovers(Fact.Assessed assessed, StageLog log) throws InterruptedException;

    /**
     * Makes and fills all tables that an earlier attempt has not, with indexes and foreign keys. Their databases are there.
     *
     * @return the rows of every table, counted on the target
     */
    Map<String, Long> load(Fact.Assessed assessed, Fact.Dumped dumped, StageLog log) throws InterruptedException;
}
