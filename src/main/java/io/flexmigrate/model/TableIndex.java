package io.flexmigrate.model;

/**
 * A secondary index of a table.
 *
 * @param definition as {@code CREATE TABLE} and {@code ALTER TABLE … ADD} write it, name and options included
 */
public record TableIndex(String name, Kind kind, String definition) {

    /** The kinds, in the order in which they are built: the first FULLTEXT index of a table makes it anew, with all it has. */
    public enum Kind {
        FULLTEXT,
        SPATIAL,
        UNIQUE,
        PLAIN
    }

    /** Whether it can be built in one statement with others like it; a statement builds at most one FULLTEXT index. */
    public boolean isBuiltWithOthers() {
        return kind == Kind.UNIQUE || kind == Kind.PLAIN;
    }
}
