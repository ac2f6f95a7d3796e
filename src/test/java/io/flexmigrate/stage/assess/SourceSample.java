package io.flexmigrate.stage.assess;

import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.model.SpecialColumn;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.mysql.BinlogLifetime;
import io.flexmigrate.mysql.Clients.Client;
import io.flexmigrate.mysql.ConnectedClients.Connected;
import io.flexmigrate.mysql.ReplicationAccount;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A source with one good table; a test spoils what it is about. */
final class SourceSample {

    static final TableName ORDERS = new TableName("shop", "orders");

    String version = "8.0.15";
    final Map<String, String> variables = new TreeMap<>(Map.of(
            "log_bin", "ON",
            "binlog_format", "ROW",
            "server_id", "7",
            "server_uuid", "of-the-source",
            "lower_case_table_names", "0",
            "gtid_mode", "OFF"));
    Set<String> privileges = Set.of("ALL PRIVILEGES");
    List<String> databases = List.of("shop");
    List<String> scope = List.of("shop");
    List<TableSize> tables = List.of(new TableSize(ORDERS, "InnoDB", 1_000, 64 << 20, 0, true));
    List<ObjectName> objects = List.of();
    Optional<String> hiddenDefinition = Optional.empty();
    List<SpecialColumn> special = List.of();
    boolean writesBinlog = true;
    String binlogFilters = "";
    Optional<ReplicaStatus> replica = Optional.empty();
    int preparedTransactions = 0;
    List<ReplicationAccount> replicationAccounts =
            List.of(new ReplicationAccount("repl", "%", "mysql_native_password", false, true));
    List<Account> accounts = List.of();
    List<Connected> sessions = List.of();
    List<Client> busy = List.of();

    SourceSample with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    private final List<Part> more = new ArrayList<>();
    private final Map<Class<? extends Part>, String> unread = new HashMap<>();

    /** Adds a part, or puts another in its place. */
    SourceSample with(Part part) {
        more.add(part);
        return this;
    }

    /** Leaves a part unread. */
    SourceSample without(Class<? extends Part> kind, String reason) {
        unread.put(kind, reason);
        return this;
    }

    SourceInventory seen() {
        Parts.Builder parts = new Parts.Builder()
                .add(new SourceDatabases(databases, scope))
                .add(new SourceTables(tables))
                .add(new SourceObjects(objects, hiddenDefinition))
                .add(new SpoiltColumns(special))
                .add(new StoredCode(List.of()))
                .add(new ForeignKeyTraits(List.of()))
                .add(new SourceReferences(List.of()))
                .add(new ColumnTraits(List.of(), List.of()))
                .add(new TableTraits(List.of(), List.of(), List.of()))
                .add(new BinlogState(writesBinlog, binlogFilters))
                .add(new BinlogKeeping(
                        new BinlogLifetime(Optional.empty(), "expire_logs_days = 0", BinlogLifetime.Keeper.DAYS, true)))
                .add(new ReplicaState(replica))
                .add(new ReplicationAccounts(replicationAccounts))
                .add(new SourceAccounts(Accounts.of(accounts), new SourceSessions(sessions)))
                .add(new SourceRowWrites(Map.of()))
                .add(new SeenWrites(List.of()))
                .add(new PreparedXa(preparedTransactions))
                .add(new BusySessions(busy))
                .add(new LongStatements(List.of()))
                .add(new BinlogReaders(List.of()))
                .add(new EnabledEvents(List.of()))
                .add(new ColumnsOfHugeValues(Map.of()))
                .add(new OpenConnections(1));
        more.forEach(parts::add);
        unread.forEach(parts::without);
        return new SourceInventory(Inventories.server(version, variables, privileges), parts.build());
    }
}
