package io.flexmigrate.stage.accounts;

import io.flexmigrate.mysql.AccountChanges;
import io.flexmigrate.mysql.AccountDefinition;
import io.flexmigrate.mysql.Permissions;
import io.flexmigrate.mysql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done about one account.
 *
 * @param wanted as it is to be on the target
 * @param present as it is there
 * @param isOurs whether this run made it
 * @param merges whether one that is not ours is granted what it lacks
 */
record AccountTask(AccountDefinition wanted, Optional<AccountDefinition> present, boolean isOurs, boolean merges) {

    /** What becomes of an account. */
    enum Deed {
        CREATE,
        UPDATE,
        MERGE,
        KEEP,
        NOTHING
    }

    Deed deed() {
        if (present.isEmpty()) {
            return Deed.CREATE;
        }
        if (!isOurs && !merges) {
            return Deed.KEEP;
        }
        if (changes().isEmpty()) {
            return Deed.NOTHING;
        }
        return isOurs ? Deed.UPDATE : Deed.MERGE;
    }

    Sql creation() {
        return new AccountChanges(wanted).create();
    }

    /** All that is to be done once it is there. */
    List<Sql> changes() {
        if (present.isEmpty()) {
            return new AccountChanges(wanted).permissions(Permissions.NONE);
        }
        AccountDefinition there = present.get();
        if (isOurs) {
            List<Sql> changes = new ArrayList<>(
                    new AccountChanges(wanted).alter(there).stream().toList());
            changes.addAll(new AccountChanges(wanted).permissions(there.permissions()));
            return changes;
        }
        return merges ? merging(there) : List.of();
    }

    private List<Sql> merging(AccountDefinition there) {
        AccountDefinition both = wanted.with(there.permissions().and(wanted.permissions()));
        return new AccountChanges(both).permissions(there.permissions());
    }
}
