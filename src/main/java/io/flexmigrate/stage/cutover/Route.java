package io.flexmigrate.stage.cutover;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Fact;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.Link;
import io.flexmigrate.stage.fence.Fences;
import io.flexmigrate.stage.verify.TableComparisons;
import io.flexmigrate.stage.wayback.WayBack;
import io.flexmigrate.time.Pause;
import java.util.Set;

/**
 * One of the two ways, and which server is what on it.
 *
 * @param closed the server that the writes leave
 * @param opened the server that takes them
 * @param links replication from the one to the other
 * @param comparisons of the two, the one that is closed first
 */
public record Route(
        Plan plan,
        Crossing.Way way,
        MySqlServer closed,
        MySqlServer opened,
        Link.Opener links,
        TableComparisons comparisons,
        Pause pause) {

    Ends ends() {
        return way == Crossing.Way.OVER ? Ends.OVER : Ends.BACK;
    }

    /** What ASSESS found, with the server that is closed as its source. */
    Fact.Assessed seen(Fact.Assessed assessed) {
        return way == Crossing.Way.OVER ? assessed : assessed.mirrored();
    }

    /** The group with the hooks that send its clients along. */
    Plan.Group group(Plan.Group group) {
        return way == Crossing.Way.OVER ? group : group.turned();
    }

    /** Whether a database belongs to a group; what the target has beside what moved does not go back. */
    boolean holds(Plan.Group group, Fact.Assessed seen, String database) {
        return group.holds(database)
                && (way == Crossing.Way.OVER || seen.databases().contains(database));
    }

    /**
     * The fences of this group as the journal remembers them.
     *
     * @param seen as this way sees it
     */
    FenceMemory memory(Plan.Group group, Fact.Assessed seen) {
        Dialect dialect = new Dialect(ServerVersion.parse(seen.sourceVersion()));
        Fences fences = way == Crossing.Way.OVER
                ? Fences.ofSource(plan, closed, dialect, pause)
                : Fences.ofTarget(plan, closed, dialect, pause);
        return new FenceMemory(fences, group, seen.databases());
    }

    /** The server ids in whose name the closed server may write, because it replicates. */
    Set<Long> passing(StageLog log) {
        return way == Crossing.Way.OVER ? WayBack.serverIds(log) : Set.of(openedId());
    }

    private long openedId() {
        return opened.with(session -> session.first(Sql.of("reading the server id", "SELECT @@GLOBAL.server_id AS id"))
                .map(row -> row.number("id"))
                .orElse(0L));
    }
}
