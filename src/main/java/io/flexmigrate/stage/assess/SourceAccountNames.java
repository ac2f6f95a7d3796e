package io.flexmigrate.stage.assess;

import io.flexmigrate.model.AccountName;
import io.flexmigrate.mysql.AccountNames;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.Set;

/** The accounts of the source by their names alone. */
record SourceAccountNames(Set<AccountName> accounts) implements Part {
    SourceAccountNames {
        accounts = Set.copyOf(accounts);
    }

    static SourceAccountNames read(Context context) {
        return new SourceAccountNames(new AccountNames(context.session()).all());
    }
}
