package io.flexmigrate.stage.assess;

import io.flexmigrate.model.ObjectName;
import io.flexmigrate.model.TableName;
import io.flexmigrate.model.TableSize;
import io.flexmigrate.mysql.Accounts;
import io.flexmigrate.mysql.Binlog;
import io.flexmigrate.mysql.BinlogLifetime;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.ConnectedClients;
import io.flexmigrate.mysql.Connections;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.HugeColumns;
import io.flexmigrate.mysql.ObjectNames;
import io.flexmigrate.mysql.PreparedTransactions;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationAccount;
import io.flexmigrate.mysql.RowWrites;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.SpecialColumns;
import io.flexmigrate.mysql.WriteStatements;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the source. */
record SourceReader(Plan plan, Session session) {

    private static final List<PartReader<?>> PARTS = List.of(
            new PartReader<>(SourceDatabases.class, SourceReader::databases),
            new PartReader<>(
                    SourceTables.class,
                    context -> new SourceTables(new Databases(context.session()).tables(scope(context)))),
            new PartReader<>(SourceObjects.class, SourceReader::objects),
            new PartReader<>(SpoiltColumns.class, SourceReader::spoiltColumns),
            new PartReader<>(StoredCode.class, StoredCode::read),
            new PartReader<>(ForeignKeyTraits.class, ForeignKeyTraits::read),
            new PartReader<>(SourceReferences.class, SourceReferences::read),
            new PartReader<>(ColumnTraits.class, ColumnTraits::read),
            new PartReader<>(TableTraits.class, TableTraits::read),
            new PartReader<>(BinlogState.class, SourceReader::binlog),
            new PartReader<>(
                    BinlogKeeping.class,
                    context -> new BinlogKeeping(BinlogLifetime.read(context.session(), context.server()))),
            new PartReader<>(
                    ReplicaState.class,
                    context -> new ReplicaState(
                            new Replica(context.session(), context.server().dialect()).status())),
            new PartReader<>(
                    EnabledEvents.class,
                    context -> new EnabledEvents(new Events(context.session()).enabled(scope(context)))),
            new PartReader<>(
                    ColumnsOfHugeValues.class,
                    context ->
                            new ColumnsOfHugeValues(new HugeColumns(context.session()).oneOfEachTable(scope(context)))),
            new PartReader<>(
                    OpenConnections.class, context -> new OpenConnections(new Connections(context.session()).open())),
            new PartReader<>(ReplicationAccounts.class, SourceReader::replicationAccounts),
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
                    BinlogReaders.class, context -> new BinlogReaders(new Clients(context.session()).binlogReaders())),
            new PartReader<>(
                    SourceAccounts.class,
                    context -> new SourceAccounts(
                            Accounts.read(context.session(), context.server().version()),
                            new SourceSessions(new ConnectedClients(context.session()).read()))),
            new PartReader<>(
                    SeenWrites.class,
                    context -> new SeenWrites(new WriteStatements(context.session()).withDatabaseNames())),
            new PartReader<>(
                    SourceRowWrites.class,
                    context -> new SourceRowWrites(new RowWrites(context.session()).byDatabase(scope(context)))));

    SourceInventory read() {
        ServerInventory server = ServerInventory.read(session);
        return new SourceInventory(server, new PartsReading(plan, session, server).read(PARTS));
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
        List<ObjectNames.Listed> listed = new ObjectNames(context.session()).of(scope(context));
        List<ObjectName> hidden = listed.stream()
                .filter(ObjectNames.Listed::isHidden)
                .map(ObjectNames.Listed::name)
                .toList();
        return new SourceObjects(
                listed.stream().map(ObjectNames.Listed::name).toList(), SourceObjects.hiddenWords(hidden));
    }

    private static SpoiltColumns spoiltColumns(Context context) {
        Set<TableName> tables = context.parts().get(SourceTables.class).tables().stream()
                .map(TableSize::name)
                .collect(Collectors.toSet());
        return new SpoiltColumns(new SpecialColumns(context.session())
                .of(scope(context)).stream()
                        .filter(column -> tables.contains(column.table()))
                        .toList());
    }
}
