package io.flexmigrate.mysql;

import io.flexmigrate.model.TableName;
import java.util.Map;
import java.util.Set;

/**
 * What is granted to one account by name; privileges are named as {@code GRANT} names them, in upper case.
 *
 * @param global static privileges on {@code *.*}
 * @param dynamic dynamic privileges, which came with 8.0
 * @param databases by database or pattern, as {@code mysql.db} writes it: with wildcards and escapes
 * @param revoked parts of the global privileges that are taken away for a database: {@code partial_revokes} of 8.0.16
 * @param tables by table; those on columns as {@code GRANT} writes them, such as {@code INSERT (`price`)}
 */
public record Grants(
        Set<String> global,
        Set<String> dynamic,
        Map<String, Set<String>> databases,
        Map<String, Set<String>> revoked,
        Map<TableName, Set<String>> tables) {

    public static final Grants NONE = new Grants(Set.of(), Set.of(), Map.of(), Map.of(), Map.of());

    public Grants {
        global = Set.copyOf(global);
        dynamic = Set.copyOf(dynamic);
        databases = Map.copyOf(databases);
        revoked = Map.copyOf(revoked);
        tables = Map.copyOf(tables);
    }
}
