package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.ReplicationAccount;
import java.util.List;

/** Accounts of the source for the target's replication. */
record ReplicationAccounts(List<ReplicationAccount> accounts) implements Part {
    ReplicationAccounts {
        accounts = List.copyOf(accounts);
    }
}
