package io.flexmigrate.mysql;

import io.flexmigrate.model.AccountName;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts of a server by their names alone. */
public record AccountNames(Session session) {

    /** All of them, roles too. */
    public Set<AccountName> all() {
        Sql sql = Sql.of("listing the accounts", "SELECT User AS user, Host AS host FROM mysql.user");
        return session.query(sql).stream()
                .map(row -> new AccountName(row.text("user"), row.text("host")))
                .collect(Collectors.toSet());
    }
}
