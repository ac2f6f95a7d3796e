package io.flexmigrate.stage.probe;

import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mydumper.GapTables;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.mysql.ScratchDatabase;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.stage.probe.Probed.LoadSpeed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Dumps a slice of the largest tables and loads it into a scratch database on the target, with the tools themselves. */
record LoadProbe(ProbeKit kit) {

    private static final int MOST_TABLES = 3;
    private static final String PREFIX = "migrate_probe_";

    /** refman/8.0/en/identifier-length.html. */
    private static final int LONGEST_NAME = 64;

    /** Measures; empty when there are no rows to measure with. */
    Optional<LoadSpeed> probe(Probes.Subject subject, StageLog log) throws InterruptedException {
        List<TableSize> tables = largest(subject.tables(), kit.tools().mydumper());
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        String database = scratchName(kit.plan().name());
        requireFree(database, subject.databases());
        kit.workspace().discardDump();
        try {
            SliceDump.Slice slice = new SliceDump(kit).take(tables, subject.source(), database);
            return slice.rows() == 0 ? Optional.empty() : Optional.of(load(slice, tables, database, subject, log));
        } finally {
            kit.workspace().discardDump();
        }
    }

    /** Large tables with different names, so that one database holds them all. */
    private static List<TableSize> largest(List<TableSize> tables, ToolVersion tool) {
        List<TableSize> chosen = new ArrayList<>();
        tables.stream()
                .filter(table -> table.dataBytes() > 0)
                .filter(table -> !GapTables.isSpoiltByName(table.name())
                        && !KnownDefects.misreadsDatabase(
                                tool, table.name().database() + table.name().table()))
                .sorted(Comparator.comparingDouble((TableSize table) -> (double) table.dataBytes() + table.indexBytes())
                        .reversed())
                .forEach(table -> {
                    boolean fits = chosen.size() < MOST_TABLES
                            && chosen.stream()
                                    .noneMatch(other -> other.name()
                                            .table()
                                            .equalsIgnoreCase(table.name().table()));
                    if (fits) {
                        chosen.add(table);
                    }
                });
        return chosen;
    }

    static String scratchName(String plan) {
        String name = (PREFIX + plan).toLowerCase(Locale.ROOT);
        return name.length() <= LONGEST_NAME
                ? name
                : PREFIX + UUID.nameUUIDFromBytes(plan.getBytes(StandardCharsets.UTF_8));
    }

    private void requireFree(String database, List<String> onSource) {
        boolean taken = onSource.stream().anyMatch(database::equalsIgnoreCase)
                || kit.target().with(session -> new ScratchDatabase(session, database, "").exists());
        if (taken) {
            throw new StageFailedException(
                    "There is a database " + database
                            + " already, and it is not known to be a scratch database of this run.",
                    "Drop it on the target if it is not needed.");
        }
    }

    private LoadSpeed load(
            SliceDump.Slice slice, List<TableSize> tables, String database, Probes.Subject subject, StageLog log)
            throws InterruptedException {
        String mark = UUID.randomUUID().toString();
        log.intend(ProbeSteps.SCRATCH, Map.of(ProbeSteps.DATABASE, database, ProbeSteps.MARK, mark));
        try (Session session = kit.target().open()) {
            ScratchDatabase scratch = new ScratchDatabase(session, database, mark);
            SliceLoad.Loaded loaded;
            try {
                scratch.create();
                loaded = new SliceLoad(kit).load(slice, database, subject);
            } finally {
                scratch.drop();
                log.reach(ProbeSteps.SCRATCH, Map.of());
            }
            LoadSpeed speed = new SliceSpeed(slice, tables).speed(loaded);
            log.observe(
                    "probe-speed",
                    Map.of("dump", speed.dump().basis(), "load", speed.load().basis()));
            return speed;
        }
    }

    /** Drops what a killed probe left; a database without our mark is not ours. */
    void settle(StageLog log) {
        Optional<Map<String, String>> open = ProbeSteps.open(log.past(), ProbeSteps.SCRATCH);
        if (open.isEmpty()) {
            return;
        }
        String database = open.get().getOrDefault(ProbeSteps.DATABASE, "");
        try (Session session = kit.target().open()) {
            ScratchDatabase scratch =
                    new ScratchDatabase(session, database, open.get().getOrDefault(ProbeSteps.MARK, ""));
            if (scratch.exists() && scratch.isOurs()) {
                scratch.drop();
            } else if (scratch.exists()) {
                log.observe(
                        Observation.WARNING.what(),
                        Map.of(
                                Observation.WARNING.key(),
                                "The database " + database
                                        + " on the target does not bear the mark of our probe and is left"
                                        + " alone."));
            }
            log.reach(ProbeSteps.SCRATCH, Map.of());
        }
        kit.workspace().discardDump();
    }
}
