package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1070: the dump fits on the disk, by the server's estimate of its tables. */
final class DiskSpaceCheck implements Check<SourceAndTools> {

    private static final long MEBIBYTE = 1024 * 1024;

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        long needed = seen.source().bytes();
        long free = seen.tools().usableBytes();
        if (free >= needed) {
            return List.of();
        }
        return List.of(Finding.blocker(
                "FM1070",
                "work directory",
                "The tables of the source take about " + needed / MEBIBYTE + " MiB, and only " + free / MEBIBYTE
                        + " MiB are free where the dump would be written.",
                "Free some space, or choose another disk with --work-dir."));
    }
}
