package io.flexmigrate.mysql;

import java.util.Set;
import java.util.stream.Collectors;

/** The collations a server knows. */
public record Collations(Session session) {

    /** Their names. */
    public Set<String> names() {
        Sql sql = Sql.of("listing the collations", "SELECT COLLATION_NAME AS name FROM information_schema.COLLATIONS");
        return session.query(sql).stream().map(row -> row.text("name")).collect(Collectors.toSet());
    }
}
