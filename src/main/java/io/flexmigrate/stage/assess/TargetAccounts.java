package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.GrantablePrivileges;
import java.util.Set;

/**
 * The accounts of the target, and what we may grant there.
 *
 * @param names all that are there, roles too
 */
record TargetAccounts(Set<AccountName> names, GrantablePrivileges grantable) implements Part {
    TargetAccounts {
        names = Set.copyOf(names);
    }
}
