/**
 * Following a server's binlog as a replica does, to learn which rows changed; no data is taken from it.
 *
 * <p>Only this package knows the library that speaks the protocol. What it cannot tell apart (a value of a kind it does not
 * know, an event it has never heard of, a column it cannot place) is handed on as "not known", so that whoever listens can
 * be careful. What InnoDB changes by itself along a foreign key with {@code CASCADE} or {@code SET NULL} is in no binlog
 * before MySQL 9.6 (refman/8.0/en/innodb-and-mysql-replication.html): listeners must see to that themselves.
 */
@NullMarked
package io.flexmigrate.mysql.binlog;

import org.jspecify.annotations.NullMarked;
