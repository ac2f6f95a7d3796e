package io.flexmigrate.stage.evidence;

import io.flexmigrate.engine.Testimony.Moved;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.fence.Fences;
import io.flexmigrate.time.Pause;
import java.util.List;

/** Whether the source still refuses what has moved. */
public record ClosedGroups(Plan plan, MySqlServer source) {

    /** The groups that the source would take writes of again. */
    List<String> open(List<Moved> groups, Session session, Dialect dialect) {
        Fences fences = Fences.ofSource(plan, source, dialect, Pause.real());
        return groups.stream()
                .filter(moved -> plan.cutover().groups().stream()
                        .filter(group -> group.name().equals(moved.group()))
                        .noneMatch(group -> fences.recorded(group, moved.standing(), moved.databases(), session)
                                .isWhollyShut(moved.standing())))
                .map(Moved::group)
                .toList();
    }
}
