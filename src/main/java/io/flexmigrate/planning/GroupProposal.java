package io.flexmigrate.planning;

import io.flexmigrate.model.AccountName;
import java.util.List;

/**
 * Groups that can cut over one after the other without tearing anything apart.
 *
 * @param groups by the first of their databases in alphabetical order
 * @param administrators accounts that may write to every database and belong to no group
 * @param outside what leads to databases that do not move, as a phrase each
 */
public record GroupProposal(List<ProposedGroup> groups, List<AccountName> administrators, List<String> outside) {

    public GroupProposal {
        groups = List.copyOf(groups);
        administrators = List.copyOf(administrators);
        outside = List.copyOf(outside);
    }

    /**
     * Databases that must cut over together, and no smaller number of them can.
     *
     * @param name unique among the groups; 1 to 56 letters, digits, {@code _} and {@code -}
     * @param databases in alphabetical order
     * @param accounts those that write to its databases and, of all that move, to no others
     * @param reasons why they belong together, as a phrase each; empty for a single database
     */
    public record ProposedGroup(String name, List<String> databases, List<AccountName> accounts, List<String> reasons) {
        public ProposedGroup {
            databases = List.copyOf(databases);
            accounts = List.copyOf(accounts);
            reasons = List.copyOf(reasons);
        }
    }
}
