package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.model.DefinitionDifference;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.fidelity.Fidelity;
import java.util.List;

/** A comparison on its own, at any time, with a link or without one. */
public record Verification(Plan plan, MySqlServer source, MySqlServer target) {

    /** The base tables of the databases that move, as the source has them now. */
    public List<TableName> tables() {
        return source.with(session -> new Databases(session).tableNames(moving(session)));
    }

    private List<String> moving(Session session) {
        Plan.Scope scope = plan.scope();
        return new Databases(session)
                .names().stream()
                        .filter(database -> scope.isAll() || scope.databases().contains(database))
                        .toList();
    }

    /** What both define differently, and still do when the target has applied what the source had done by then. */
    public List<DefinitionDifference> definitions() {
        List<String> databases = source.with(this::moving);
        List<DefinitionDifference> first = Fidelity.between(source, target, databases);
        if (first.isEmpty()) {
            return first;
        }
        try (TargetWait wait = ReplicaWait.open(plan, source, target)) {
            wait.await();
        }
        return Fidelity.between(source, target, databases).stream()
                .filter(first::contains)
                .toList();
    }

    /**
     * Compares these tables, each anew.
     *
     * @param limit how many rows that differ are looked for in a chunk
     */
    public List<Verdict> compare(List<TableName> tables, int limit, Extent extent) throws InterruptedException {
        ChunkedComparison comparison = new ChunkedComparison(
                source,
                target,
                () -> ReplicaWait.open(plan, source, target),
                ChunkLedger.none(),
                limit,
                extent,
                LoadLimit.none());
        return comparison.compare(tables, plan.verify().threads());
    }
}
