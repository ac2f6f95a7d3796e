package io.flexmigrate.stage.fence;

import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.mysql.GuardEvent;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.WriteProtection;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.SnapshotLock;
import io.flexmigrate.time.Pause;
import java.util.List;
import java.util.Map;

/** The fences of a plan's groups on their source. */
public record Fences(Plan plan, MySqlServer source, Dialect dialect, Pause pause) {

    /**
     * Which fence a group gets now.
     *
     * @param scope the databases that move
     */
    public FenceChoice choice(Plan.Group group, List<String> scope) {
        return FenceChoice.of(group, scope, source.with(session -> new Databases(session).names()), dialect);
    }

    /**
     * The fence of a group.
     *
     * @param admin a session for nothing else; what it changes is not written to the binlog where the fence is of one group
     */
    public Fence fence(Plan.Group group, FenceChoice choice, Session admin) {
        return of(choice.kind(), choice.databases(), group, admin);
    }

    /** The fence that an intent in the journal is about. */
    public Fence recorded(Plan.Group group, Map<String, String> standing, List<String> scope, Session admin) {
        List<String> databases = scope.stream().filter(group::holds).toList();
        return of(Standing.kind(standing), databases, group, admin);
    }

    /** The statements that open again what an intent in the journal is about, for people. */
    public static String byHand(Map<String, String> standing) {
        return Standing.of(standing).byHand();
    }

    private Fence of(FenceKind kind, List<String> databases, Plan.Group group, Session admin) {
        return switch (kind) {
            case SERVER ->
                new ServerFence(
                        new SnapshotLock(source, pause, plan.cutover().deadManAfter()),
                        WriteProtection.with(admin, dialect));
            case SCHEMAS, ACCOUNTS ->
                new GroupFence(
                        new TablesLock(source, databases, pause, plan.cutover().deadManAfter()),
                        new GroupClosing(
                                kind,
                                admin,
                                databases,
                                group.accounts(),
                                GuardEvent.of(admin, plan.name(), group.name())),
                        new GuardWatch(plan.cutover().deadManAfter()),
                        dialect);
        };
    }
}
