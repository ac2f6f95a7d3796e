package io.flexmigrate.planning;

import io.flexmigrate.model.AccountName;
import java.util.List;
import java.util.Optional;

/**
 * Something that keeps databases together: one cannot take its writes elsewhere without the others.
 *
 * @param databases at least two, in alphabetical order
 * @param reason as a phrase, such as {@code foreign key shop.orders.fk_customer → crm.customers}
 * @param account the account that writes to all of them; empty when it is something in a database that names another
 */
public record Tie(List<String> databases, String reason, Optional<AccountName> account) {

    public Tie {
        databases = List.copyOf(databases);
    }
}
