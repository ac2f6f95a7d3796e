package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import java.util.List;

/** Accounts of the plan's groups that the target does not have. */
record MissingAccounts(List<AccountName> accounts) implements Part {
    MissingAccounts {
        accounts = List.copyOf(accounts);
    }
}
