package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.Account;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.planning.Reference;
import io.flexmigrate.planning.Ties;
import io.flexmigrate.planning.WriteGrant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What ties the databases of the source together. */
record SourceTies(Plan plan, SourceInventory source) {

    /** All of it, for the databases that move. */
    Ties read() {
        return Ties.of(source.scope(), references(), grants());
    }

    List<Reference> references() {
        return source.part(SourceReferences.class).references();
    }

    /** What accounts may write to, whether it moves or not; without the accounts of the servers and of this program. */
    List<WriteGrant> grants() {
        SourceAccounts accounts = source.part(SourceAccounts.class);
        Set<AccountName> concerned =
                accounts.concerned(plan).stream().map(Account::name).collect(Collectors.toSet());
        return WriteGrants.of(accounts.accounts(), source.databases()).stream()
                .filter(grant -> concerned.contains(grant.account()))
                .toList();
    }
}
