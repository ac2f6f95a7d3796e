package io.flexmigrate.stage.probe;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mydumper.DumpSlice;
import io.flexmigrate.mydumper.LoadCommand;
import io.flexmigrate.mydumper.LoadLog;
import io.flexmigrate.mydumper.LoadRequest;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Credentials;
import io.flexmigrate.stage.ToolRun;
import io.flexmigrate.stage.ToolThreads;
import io.flexmigrate.stage.load.LoadStage;
import io.flexmigrate.time.SystemClock;
import io.flexmigrate.time.SystemClock.Stopwatch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Loads a slice with myloader itself, as LOAD would. */
record SliceLoad(ProbeKit kit) {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(20);

    /**
     * What was loaded.
     *
     * @param share how much of the slice, from 0 to 1
     */
    record Loaded(double share, Duration elapsed) {}

    Loaded load(SliceDump.Slice slice, String database, Probes.Subject subject) throws InterruptedException {
        Plan.Endpoint endpoint = kit.plan().target().endpoint();
        String collation = new Dialect(subject.target()).collationOf(subject.source());
        try (Credentials credentials =
                kit.workspace().credentials(endpoint, kit.logins().target(), LoadStage.initCommand(collation))) {
            LoadRequest request = new LoadRequest(
                    kit.tools().programs().myloader(),
                    credentials.file(),
                    endpoint.host(),
                    endpoint.port(),
                    endpoint.tls(),
                    slice.directory(),
                    ToolThreads.of(kit.plan().load().threads()),
                    Optional.empty());
            Stopwatch stopwatch = SystemClock.stopwatch();
            boolean whole = run(request);
            Duration elapsed = stopwatch.elapsed();
            return new Loaded(whole ? 1 : share(slice, database), elapsed);
        }
    }

    private boolean run(LoadRequest request) throws InterruptedException {
        Stopwatch stopwatch = SystemClock.stopwatch();
        try (ToolRun myloader = ToolRun.start(
                "myloader",
                kit.tools().work(),
                LoadCommand.of(kit.tools().myloader(), request),
                kit.workspace().toolLog("probe"),
                LoadLog::read)) {
            while (!myloader.ends(LOOK)) {
                if (stopwatch.elapsed().compareTo(LONGEST) > 0) {
                    return false;
                }
            }
            myloader.requireSuccess("logs/probe.log");
            return true;
        }
    }

    private double share(SliceDump.Slice slice, String database) {
        try (Session session = kit.target().open()) {
            Databases databases = new Databases(session);
            Set<TableName> loaded = Set.copyOf(databases.tableNames(List.of(database)));
            double rows = slice.pieces().stream()
                    .map(DumpSlice.Piece::table)
                    .map(table -> new TableName(database, table.table()))
                    .filter(loaded::contains)
                    .mapToDouble(databases::countRows)
                    .sum();
            return slice.rows() == 0 ? 1 : rows / slice.rows();
        }
    }
}
