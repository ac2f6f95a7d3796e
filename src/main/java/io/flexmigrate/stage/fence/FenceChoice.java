package io.flexmigrate.stage.fence;

import io.flexmigrate.mysql.Dialect;
import io.flexmigrate.plan.Plan;
import java.util.List;

/**
 * Which fence a group gets.
 *
 * @param databases the group's, by their names
 */
public record FenceChoice(FenceKind kind, List<String> databases) {

    public FenceChoice {
        databases = List.copyOf(databases);
    }

    /** By its accounts alone: where neither the server nor its schemas can be made read-only. */
    static FenceChoice ofAccounts(Plan.Group group, List<String> scope) {
        return new FenceChoice(
                FenceKind.ACCOUNTS, scope.stream().filter(group::holds).toList());
    }

    /**
     * Chooses the narrowest fence that the server can, and the whole server where nothing else lives there. A group that lists
     * neither databases nor accounts has nothing by which less could be closed.
     *
     * @param scope the databases that move
     * @param all those of the server, but the system's own
     */
    public static FenceChoice of(Plan.Group group, List<String> scope, List<String> all, Dialect dialect) {
        List<String> databases = scope.stream().filter(group::holds).toList();
        boolean everything = group.databases().isEmpty() && group.accounts().isEmpty();
        if (everything || databases.containsAll(all)) {
            return new FenceChoice(FenceKind.SERVER, databases);
        }
        return new FenceChoice(dialect.canCloseSchemas() ? FenceKind.SCHEMAS : FenceKind.ACCOUNTS, databases);
    }
}
