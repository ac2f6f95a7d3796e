package io.flexmigrate.stage.verify;

import io.flexmigrate.engine.ChunkLedger;
import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.function.Predicate;

/** A comparison on its own, at any time, with a link or without one. */
public record Verification(Plan plan, MySqlServer source, MySqlServer target) {

    /** The base tables of the databases that move, as the source has them now. */
    public List<TableName> tables() {
        Plan.Scope scope = plan.scope();
        Predicate<String> moving =
                database -> scope.isAll() || scope.databases().contains(database);
        return source.with(session -> {
            Databases databases = new Databases(session);
            return databases.tableNames(
                    databases.names().stream().filter(moving).toList());
        });
    }

    /** Compares these tables, each anew. */
    public List<Verdict> compare(List<TableName> tables) throws InterruptedException {
        ChunkedComparison comparison = new ChunkedComparison(
                source,
                target,
                () -> ReplicaWait.open(plan, source, target),
                ChunkLedger.none(),
                TableComparisons.ROWS_NAMED);
        return comparison.compare(tables, plan.verify().threads());
    }
}
