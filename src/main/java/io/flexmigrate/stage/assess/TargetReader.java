package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Connections;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.LoginPlugins;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.TimeZoneNames;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the target. */
record TargetReader(Plan plan, Session session) {

    private static final List<PartReader<?>> PARTS = List.of(
            new PartReader<>(TargetDatabases.class, TargetReader::databases),
            new PartReader<>(
                    TargetProcedures.class,
                    context -> new TargetProcedures(new DataInReplication(context.session()).procedures())),
            new PartReader<>(
                    ReplicaState.class,
                    context -> new ReplicaState(
                            new Replica(context.session(), context.server().dialect()).status())),
            new PartReader<>(
                    TimeZoneTables.class,
                    context -> new TimeZoneTables(new TimeZoneNames(context.session()).areLoaded())),
            new PartReader<>(
                    TargetFilters.class,
                    context -> new TargetFilters(new ReplicationFilters(
                                    context.session(), context.server().dialect())
                            .set())),
            new PartReader<>(
                    OpenConnections.class, context -> new OpenConnections(new Connections(context.session()).open())),
            new PartReader<>(MissingAccounts.class, TargetReader::missingAccounts),
            new PartReader<>(
                    TargetLoginPlugins.class,
                    context -> new TargetLoginPlugins(new LoginPlugins(context.session()).active())),
            new PartReader<>(TargetCollations.class, TargetCollations::read));

    TargetInventory read() {
        ServerInventory server = ServerInventory.read(session);
        return new TargetInventory(server, new PartsReading(plan, session, server).read(PARTS));
    }

    private static TargetDatabases databases(Context context) {
        Databases databases = new Databases(context.session());
        Map<String, Long> objects = new TreeMap<>();
        for (String database : databases.names()) {
            objects.put(database, databases.objectCount(database));
        }
        return new TargetDatabases(objects);
    }

    private static MissingAccounts missingAccounts(Context context) {
        Clients clients = new Clients(context.session());
        return new MissingAccounts(context.plan().cutover().groups().stream()
                .flatMap(group -> group.accounts().stream())
                .filter(account -> !clients.hasAccount(account))
                .toList());
    }
}
