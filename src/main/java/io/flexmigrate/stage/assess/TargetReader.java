package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Clients;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.Databases;
import io.flexmigrate.mysql.Replica;
import io.flexmigrate.mysql.ServerInventory;
import io.flexmigrate.mysql.Session;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the target. */
record TargetReader(Plan plan, Session session) {

    TargetInventory read() {
        ServerInventory server = ServerInventory.read(session);
        return new TargetInventory(
                server,
                databases(),
                new DataInReplication(session).procedures(),
                new Replica(session, server.dialect()).status(),
                missingAccounts());
    }

    private Map<String, Long> databases() {
        Databases databases = new Databases(session);
        Map<String, Long> objects = new TreeMap<>();
        for (String database : databases.names()) {
            objects.put(database, databases.objectCount(database));
        }
        return objects;
    }

    private List<AccountName> missingAccounts() {
        Clients clients = new Clients(session);
        return plan.cutover().groups().stream()
                .flatMap(group -> group.accounts().stream())
                .filter(account -> !clients.hasAccount(account))
                .toList();
    }
}
