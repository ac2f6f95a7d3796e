package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1070: the dump fits on the disk, by the server's estimate of its tables. */
final class DiskSpaceCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.of(
            "FM1070",
            "The dump fits on the disk",
            "The dump is written to the work directory; a disk that is full ends it, and it has to begin anew. The estimate is of uncompressed rows.",
            "https://dev.mysql.com/doc/refman/8.0/en/innodb-persistent-stats.html");

    private static final long MEBIBYTE = 1024 * 1024;

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        long needed = seen.source().bytes();
        long free = seen.tools().usableBytes();
        if (free >= needed) {
            return List.of();
        }
        return List.of(RULE.blocker(
                "work directory",
                "The tables of the source take about " + needed / MEBIBYTE + " MiB, and only " + free / MEBIBYTE
                        + " MiB are free where the dump would be written.",
                "Free some space, or choose another disk with --work-dir."));
    }
}
