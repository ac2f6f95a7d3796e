package io.flexmigrate.stage.assess;

import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.mysql.ServerInventory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The source as it was read.
 *
 * @param databases all its databases but the system's own
 * @param scope the databases that move
 * @param tables base tables of the scope
 * @param objects views, routines, triggers and events of the scope
 * @param hiddenDefinition words about an object whose definition we may not see
 * @param generatedDefaults columns whose default is an expression, by table: EXTRA says {@code DEFAULT_GENERATED}
 * @param invisibleColumns columns that {@code SELECT *} does not show, by table
 * @param generatedTexts generated columns with a text in their expression, by table
 * @param backticked columns with a backtick in their name, by table
 * @param floats columns of type FLOAT, by table
 * @param writesBinlog whether it has binlog coordinates
 * @param binlogFilters databases it is told (not) to write to its binlog
 * @param replica its status as a replica of another server
 * @param replicationAccounts accounts for the target's replication; empty when they could not be read
 * @param preparedTransactions XA transactions that are prepared
 * @param busy sessions whose transaction is older than the plan's guard
 */
record SourceInventory(
        ServerInventory server,
        List<String> databases,
        List<String> scope,
        List<TableSize> tables,
        List<SchemaObject> objects,
        Optional<String> hiddenDefinition,
        Map<TableName, List<String>> generatedDefaults,
        Map<TableName, List<String>> invisibleColumns,
        Map<TableName, List<String>> generatedTexts,
        Map<TableName, List<String>> backticked,
        Map<TableName, List<String>> floats,
        boolean writesBinlog,
        String binlogFilters,
        Optional<ReplicaStatus> replica,
        Optional<List<ReplicationAccount>> replicationAccounts,
        int preparedTransactions,
        List<Client> busy) {

    SourceInventory {
        databases = List.copyOf(databases);
        scope = List.copyOf(scope);
        tables = List.copyOf(tables);
        objects = List.copyOf(objects);
        generatedDefaults = Map.copyOf(generatedDefaults);
        invisibleColumns = Map.copyOf(invisibleColumns);
        generatedTexts = Map.copyOf(generatedTexts);
        backticked = Map.copyOf(backticked);
        floats = Map.copyOf(floats);
        busy = List.copyOf(busy);
    }

    /** Size of all tables of the scope, in bytes, as the server estimates it. */
    long bytes() {
        return tables.stream().mapToLong(TableSize::bytes).sum();
    }
}
