package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.LoginPlugins;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
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
                    TargetLoginPlugins.class,
                    context -> new TargetLoginPlugins(new LoginPlugins(context.session()).active())),
            new PartReader<>(MissingAccounts.class, TargetReader::missingAccounts));

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
