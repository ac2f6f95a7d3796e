package io.flexmigrate.stage;

import io.flexmigrate.model.BinlogCoordinates;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.Finding;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.MySqlServer;
import java.util.List;

/** Whether the source still has the binlog of the snapshot, asked before the work of a load is begun in vain. */
public record SnapshotBinlog(MySqlServer source) {

    /** What stands in the way of replication from there: one finding, or none. */
    public List<Finding> findings(Fact.Assessed assessed, Fact.Dumped dumped) {
        BinlogCoordinates start = dumped.coordinates();
        boolean there =
                source.with(session -> new Binlog(session, LinkStage.dialect(assessed.sourceVersion())).has(start));
        if (there) {
            return List.of();
        }
        return List.of(
                LinkStage.KEPT.blocker(
                        "source binlog " + start.file(),
                        "The source no longer has the binlog of the snapshot (" + start
                                + "): what was dumped cannot be followed by replication, so it is not loaded.",
                        "Keep binlogs longer on the source (source.binlog_retention) and begin again with a new work directory."));
    }
}
