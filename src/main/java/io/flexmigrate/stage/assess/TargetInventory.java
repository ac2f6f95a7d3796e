package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.ServerInventory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The target as it was read.
 *
 * @param databases number of objects in each of its databases but the system's own
 * @param procedures its replication procedures with their number of parameters
 * @param replica its status as a replica
 * @param missingAccounts accounts of the plan's groups that it does not have
 */
record TargetInventory(
        ServerInventory server,
        Map<String, Long> databases,
        Map<String, Integer> procedures,
        Optional<ReplicaStatus> replica,
        List<AccountName> missingAccounts) {

    TargetInventory {
        databases = Map.copyOf(databases);
        procedures = Map.copyOf(procedures);
        missingAccounts = List.copyOf(missingAccounts);
    }
}
