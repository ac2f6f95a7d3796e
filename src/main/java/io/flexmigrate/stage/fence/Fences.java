package io.flexmigrate.stage.fence;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Clients;
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
import java.util.Set;

/**
 * The fences of a plan's groups on one of its servers.
 *
 * @param server the one that is closed
 * @param managed whether nobody but its provider may set its variables, as on a flexible server
 */
public record Fences(Plan plan, MySqlServer server, Dialect dialect, Pause pause, boolean managed) {

    /** On the source. */
    public static Fences ofSource(Plan plan, MySqlServer source, Dialect dialect, Pause pause) {
        return new Fences(plan, source, dialect, pause, false);
    }

    /** On the target, when a group goes back. */
    public static Fences ofTarget(Plan plan, MySqlServer target, Dialect dialect, Pause pause) {
        boolean managed = plan.target().kind() == Plan.TargetKind.FLEXIBLE_SERVER;
        return new Fences(plan, target, dialect, pause, managed);
    }

    /**
     * Which fence a group gets now.
     *
     * @param scope the databases that move
     */
    public FenceChoice choice(Plan.Group group, List<String> scope) {
        if (managed) {
            return FenceChoice.ofAccounts(group, scope);
        }
        return FenceChoice.of(group, scope, server.with(session -> new Databases(session).names()), dialect);
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
                        new SnapshotLock(server, pause, plan.cutover().deadManAfter()),
                        blockers(),
                        WriteProtection.with(admin, dialect));
            case SCHEMAS, ACCOUNTS ->
                new GroupFence(
                        new TablesLock(
                                server,
                                databases,
                                blockers(),
                                pause,
                                plan.cutover().deadManAfter()),
                        GroupClosing.of(
                                kind,
                                admin,
                                databases,
                                accounts(group, admin),
                                GuardEvent.of(admin, plan.name(), group.name()),
                                managed),
                        new GuardWatch(plan.cutover().deadManAfter()),
                        dialect);
        };
    }

    private BlockerEnding blockers() {
        return new BlockerEnding(plan.cutover().onBlocker(), server);
    }

    /** On a server whose variables we cannot set, a group that names no accounts has everybody's but ours and the server's own. */
    private List<AccountName> accounts(Plan.Group group, Session admin) {
        if (!managed || !group.accounts().isEmpty()) {
            return group.accounts();
        }
        Set<String> ours = Set.of(
                plan.target().endpoint().user(), plan.target().replication().user());
        return new Clients(admin)
                .ofClients().stream()
                        .filter(account -> !ours.contains(account.user()))
                        .toList();
    }
}
