package io.flexmigrate.stage.assess;

import io.flexmigrate.model.TableName;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.ConnectedClients;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.PreparedTransactions;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.mysql.Row;
import io.flexmigrate.mysql.RowWrites;
import io.flexmigrate.mysql.SchemaReader;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.Sql;
import io.flexmigrate.mysql.UnreadableDefinitionException;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the source. */
record SourceReader(Plan plan, Session session) {

    private static final List<PartReader<?>> PARTS = List.of(
            new PartReader<>(SourceDatabases.class, SourceReader::databases),
            new PartReader<>(
                    SourceTables.class,
                    context -> new SourceTables(new Databases(context.session()).tables(scope(context)))),
            new PartReader<>(SourceObjects.class, SourceReader::objects),
            new PartReader<>(SpecialColumns.class, SourceReader::specialColumns),
            new PartReader<>(StoredCode.class, StoredCode::read),
            new PartReader<>(SourceReferences.class, SourceReferences::read),
            new PartReader<>(BinlogState.class, SourceReader::binlog),
            new PartReader<>(
                    ReplicaState.class,
                    context -> new ReplicaState(
                            new Replica(context.session(), context.server().dialect()).status())),
            new PartReader<>(ReplicationAccounts.class, SourceReader::replicationAccounts),
            new PartReader<>(
                    SourceAccounts.class,
                    context -> new SourceAccounts(
                            Accounts.read(context.session(), context.server().version()),
                            new SourceSessions(new ConnectedClients(context.session()).read()))),
            new PartReader<>(
                    SourceRowWrites.class,
                    context -> new SourceRowWrites(new RowWrites(context.session()).byDatabase(scope(context)))),
            new PartReader<>(
                    PreparedXa.class, context -> new PreparedXa(new PreparedTransactions(context.session()).count())),
            new PartReader<>(
                    BusySessions.class,
                    context -> new BusySessions(new Clients(context.session())
                            .busyLongerThan(context.plan().dump().longQueryGuard()))),
            new PartReader<>(
                    LongStatements.class,
                    context -> new LongStatements(new Clients(context.session())
                            .runningLongerThan(context.plan().dump().longQueryGuard()))),
            new PartReader<>(
                    BinlogReaders.class, context -> new BinlogReaders(new Clients(context.session()).binlogReaders())));

    SourceInventory read() {
        return read(PARTS);
    }

    /** Reads these parts only; a part that rests on others needs them among these. */
    SourceInventory readOnly(Set<Class<? extends Part>> kinds) {
        return read(PARTS.stream().filter(part -> kinds.contains(part.kind())).toList());
    }

    private SourceInventory read(List<PartReader<?>> parts) {
        ServerInventory server = ServerInventory.read(session);
        return new SourceInventory(server, new PartsReading(plan, session, server).read(parts));
    }

    private static SourceDatabases databases(Context context) {
        List<String> all = new Databases(context.session()).names();
        Plan.Scope scope = context.plan().scope();
        return new SourceDatabases(
                all,
                scope.isAll()
                        ? all
                        : all.stream().filter(scope.databases()::contains).toList());
    }

    private static List<String> scope(Context context) {
        return context.parts().get(SourceDatabases.class).scope();
    }

    private static BinlogState binlog(Context context) {
        Binlog binlog = new Binlog(context.session(), context.server().dialect());
        return new BinlogState(binlog.coordinates().isPresent(), binlog.filters());
    }

    private static ReplicationAccounts replicationAccounts(Context context) {
        String user = context.plan().source().replication().user();
        return new ReplicationAccounts(ReplicationAccount.read(context.session(), user));
    }

    private static SourceObjects objects(Context context) {
        try {
            return new SourceObjects(new SchemaReader(context.session()).objects(scope(context)), Optional.empty());
        } catch (UnreadableDefinitionException hidden) {
            return new SourceObjects(List.of(), Optional.ofNullable(hidden.getMessage()));
        }
    }

    private static SpecialColumns specialColumns(Context context) {
        return new SpecialColumns(
                columns(context, "c.EXTRA LIKE '%DEFAULT_GENERATED%'"),
                columns(context, "c.EXTRA LIKE '%INVISIBLE%'"),
                columns(context, "c.GENERATION_EXPRESSION LIKE '%''%'"),
                columns(context, "c.COLUMN_NAME LIKE '%`%'"),
                columns(context, "c.DATA_TYPE = 'float'"));
    }

    private static Map<TableName, List<String>> columns(Context context, String condition) {
        Map<TableName, List<String>> columns = new TreeMap<>();
        for (String database : scope(context)) {
            Sql sql = Sql.of("looking for special columns in " + database, """
                    SELECT c.TABLE_NAME AS name, c.COLUMN_NAME AS col FROM information_schema.COLUMNS c
                    JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
                    WHERE c.TABLE_SCHEMA = ? AND t.TABLE_TYPE = 'BASE TABLE' AND %s
                    ORDER BY c.TABLE_NAME, c.ORDINAL_POSITION""".formatted(condition), database);
            for (Row row : context.session().query(sql)) {
                columns.computeIfAbsent(new TableName(database, row.text("name")), name -> new ArrayList<>())
                        .add(row.text("col"));
            }
        }
        return columns;
    }
}
