package io.flexmigrate.stage.accounts;

import io.flexmigrate.mysql.AccountDefinition;
import java.util.List;

/**
 * What of the source's accounts comes to the target.
 *
 * @param accounts as they are to be there
 * @param omissions what stays behind
 */
public record CopyPlan(List<AccountDefinition> accounts, List<Omission> omissions) {
    public CopyPlan {
        accounts = List.copyOf(accounts);
        omissions = List.copyOf(omissions);
    }
}
