package io.flexmigrate.mysql;

import io.flexmigrate.model.Identifier;
import java.util.Comparator;

/**
 * Where privileges hold.
 *
 * @param database empty for the whole server; a pattern, as {@code mysql.db} writes it, for databases
 * @param object the table or routine; empty for wider places
 */
public record GrantPlace(Kind kind, String database, String object) implements Comparable<GrantPlace> {

    /** The whole server. */
    public static final GrantPlace SERVER = new GrantPlace(Kind.SERVER, "", "");

    private static final Comparator<GrantPlace> WIDEST_FIRST = Comparator.comparing(GrantPlace::kind)
            .thenComparing(GrantPlace::database)
            .thenComparing(GrantPlace::object);

    /** How wide a place is. */
    public enum Kind {
        SERVER,
        DATABASE,
        TABLE,
        PROCEDURE,
        FUNCTION
    }

    /** Databases by a pattern, as {@code mysql.db} writes it. */
    public static GrantPlace database(String pattern) {
        return new GrantPlace(Kind.DATABASE, pattern, "");
    }

    static GrantPlace table(String database, String table) {
        return new GrantPlace(Kind.TABLE, database, table);
    }

    static GrantPlace routine(String type, String database, String routine) {
        return new GrantPlace(Kind.valueOf(type), database, routine);
    }

    /** As {@code GRANT} writes it after {@code ON}; between backticks a backslash is one in every sql_mode. */
    public String quoted() {
        return switch (kind) {
            case SERVER -> "*.*";
            case DATABASE -> Identifier.quoted(database) + ".*";
            case TABLE -> qualified();
            case PROCEDURE, FUNCTION -> kind + " " + qualified();
        };
    }

    private String qualified() {
        return Identifier.quoted(database) + "." + Identifier.quoted(object);
    }

    @Override
    public int compareTo(GrantPlace other) {
        return WIDEST_FIRST.compare(this, other);
    }

    @Override
    public String toString() {
        return quoted();
    }
}
