package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.ReplicaStatus;
import io.flexmigrate.mysql.DataInReplication;
import io.flexmigrate.mysql.GrantablePrivileges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An empty flexible server; a test spoils what it is about. */
final class TargetSample {

    String version = "8.0.15";
    final Map<String, String> variables = new TreeMap<>(Map.of(
            "log_bin", "ON",
            "log_bin_trust_function_creators", "ON",
            "server_id", "8",
            "server_uuid", "of-the-target",
            "lower_case_table_names", "0",
            "gtid_mode", "OFF"));
    Set<String> privileges = Set.of("ALL PRIVILEGES");
    final Map<String, Long> databases = new TreeMap<>();
    final Map<String, Integer> procedures = new TreeMap<>(Map.of(
            DataInReplication.CHANGE_BY_POSITION, DataInReplication.CHANGE_BY_POSITION_PARAMETERS,
            DataInReplication.START, 0,
            DataInReplication.STOP, 0,
            DataInReplication.REMOVE, 0));
    Optional<ReplicaStatus> replica = Optional.empty();
    List<AccountName> missingAccounts = List.of();
    Set<AccountName> accounts = Set.of(new AccountName("flexadmin", "%"));
    Set<String> grantable = Set.of("SELECT", "CREATE USER", "GRANT OPTION");

    private final List<Part> more = new ArrayList<>();
    private final Map<Class<? extends Part>, String> unread = new HashMap<>();

    TargetSample with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Adds a part, or puts another in its place. */
    TargetSample with(Part part) {
        more.add(part);
        return this;
    }

    /** Leaves a part unread. */
    TargetSample without(Class<? extends Part> kind, String reason) {
        unread.put(kind, reason);
        return this;
    }

    TargetInventory seen() {
        Parts.Builder parts = new Parts.Builder()
                .add(new TargetDatabases(databases))
                .add(new TargetProcedures(procedures))
                .add(new TargetLoginPlugins(LoginPluginCheck.MOVABLE))
                .add(new TargetAccounts(accounts, new GrantablePrivileges(grantable)))
                .add(new ReplicaState(replica))
                .add(new TargetCollations(Set.of("utf8mb4_0900_ai_ci", "utf8mb4_general_ci", "utf8_general_ci")))
                .add(new MissingAccounts(missingAccounts))
                .add(new TimeZoneTables(false))
                .add(new TargetFilters(Optional.of(Map.of())))
                .add(new OpenConnections(1));
        more.forEach(parts::add);
        unread.forEach(parts::without);
        return new TargetInventory(Inventories.server(version, variables, privileges), parts.build());
    }
}
