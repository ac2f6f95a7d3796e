package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Facts;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.verify.TableComparisons;
import java.util.List;
import java.util.Optional;

/** What comes before a group is ready to cross, outside the pause. */
public interface Preparation {

    /** What stands in the way beforehand; nothing has been touched. */
    List<Finding> findings(List<Plan.Group> groups);

    /**
     * Sees to it that replication runs both ways, as far as the plan wants it.
     *
     * @param link by which the group goes
     * @throws io.flexmigrate.engine.StageFailedException when the group cannot go
     */
    void run(Plan.Group group, Facts facts, Link link, StageLog log) throws InterruptedException;

    /** From which coordinates of the server to be closed on changes matter. */
    TableComparisons.Known known(Facts facts, StageLog log);

    /** Where the binlog of the server to be opened stood when nobody but replication should write there any more. */
    Optional<BinlogCoordinates> foreignSince(StageLog log);
}
