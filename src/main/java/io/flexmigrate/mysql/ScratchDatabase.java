package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import io.flexmigrate.model.TableName;

/**
 * A database of ours for a trial, with a table in it by which it is told from anybody else's of that name.
 *
 * @param mark what the table says; letters, digits and {@code -}
 */
public record ScratchDatabase(Session session, String name, String mark) {

    private static final String MARK_TABLE = "migrate_probe_mark";

    /** Whether there is a database of this name, whoever made it. */
    public boolean exists() {
        return new Databases(session).exists(name);
    }

    /** Makes it; it must not be there. */
    public void create() {
        session.execute(Sql.of("creating the scratch database " + name, "CREATE DATABASE " + Identifier.quoted(name)));
        session.execute(Sql.of(
                "marking the scratch database " + name,
                "CREATE TABLE " + new TableName(name, MARK_TABLE).quoted()
                        + " (id INT NOT NULL PRIMARY KEY) COMMENT = ?",
                mark));
    }

    /** Whether it is the one that was made with this mark, or was killed before it could be marked. */
    public boolean isOurs() {
        Sql sql = Sql.of(
                "looking for our mark in " + name,
                "SELECT TABLE_COMMENT AS mark FROM information_schema.TABLES WHERE TABLE_SCHEMA = ? AND TABLE_NAME = ?",
                name,
                MARK_TABLE);
        return session.first(sql)
                .map(row -> row.text("mark").equals(mark))
                .orElseGet(() -> new Databases(session).objectCount(name) == 0);
    }

    /** Drops it with all that was loaded into it. */
    public void drop() {
        new Databases(session).drop(name);
    }
}
