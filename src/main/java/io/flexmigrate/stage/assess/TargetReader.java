package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
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
            new PartReader<>(MissingAccounts.class, TargetReader::missingAccounts));

    TargetInventory read() {
        ServerInventory server = ServerInventory.read(session);
        return new TargetInventory(server, new PartsReading(plan, session, server).read(PARTS));
    }

    private static TargetDatabases databases(Context context) {
        return new TargetDatabases(new Databases(context.session()).objectCounts());
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
