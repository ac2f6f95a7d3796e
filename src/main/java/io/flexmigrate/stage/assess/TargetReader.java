package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.Connections;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.GrantablePrivileges;
import io.flexmigrate.mysql.LoginPlugins;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ReplicationFilters;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.mysql.TimeZoneNames;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;
import java.util.Set;

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
            new PartReader<>(TargetAccounts.class, TargetReader::accounts),
            new PartReader<>(TargetCollations.class, TargetCollations::read));

    TargetInventory read() {
        ServerInventory server = ServerInventory.read(session);
        return new TargetInventory(server, new PartsReading(plan, session, server).read(PARTS));
    }

    private static TargetDatabases databases(Context context) {
        return new TargetDatabases(new Databases(context.session()).objectCounts());
    }

    private static TargetAccounts accounts(Context context) {
        return new TargetAccounts(new Clients(context.session()).all(), GrantablePrivileges.read(context.session()));
    }

    private static MissingAccounts missingAccounts(Context context) {
        List<AccountName> named = context.plan().cutover().groups().stream()
                .flatMap(group -> group.accounts().stream())
                .toList();
        Set<AccountName> existing = new Clients(context.session()).existing(named);
        return new MissingAccounts(
                named.stream().filter(account -> !existing.contains(account)).toList());
    }
}
