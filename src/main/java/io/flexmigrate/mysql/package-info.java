/**
 * Everything that speaks to a MySQL server: the port, its JDBC adapter, and small classes that hold the SQL.
 *
 * <p>{@link io.flexmigrate.mysql.MySqlServer} opens {@link io.flexmigrate.mysql.Session}s. A session tells reading
 * ({@code query}), changing ({@code execute}) and waiting ({@code await}) apart, so a dry run can read for real and only say
 * what it would change. The other classes of this room say in the words of the field what SQL does, and take a session or a
 * server. What differs by version stands in {@link io.flexmigrate.mysql.Dialect}; old words (master, slave) occur only in
 * the SQL of old servers. This is the only room that knows {@code java.sql}.
 */
@NullMarked
package io.flexmigrate.mysql;

import org.jspecify.annotations.NullMarked;
