package io.flexmigrate.model;

/**
 * A thing of a schema that is not a table, with the statement that makes it again.
 *
 * @param kind what it is
 * @param database the database it is in
 * @param name its name
 * @param definition the {@code CREATE} statement as the source shows it, definer included
 * @param context session settings it was made under and must be made under again
 */
public record SchemaObject(Kind kind, String database, String name, String definition, Context context) {

    /** The kinds, in the order in which they are made: functions first, since views may call them. */
    public enum Kind {
        FUNCTION,
        PROCEDURE,
        VIEW,
        TRIGGER,
        EVENT
    }

    /** Session settings that the server stores with an object; empty texts where it stores none. */
    public record Context(String sqlMode, String characterSetClient, String collationConnection, String timeZone) {}

    /** Kind and quoted name, as messages say it. */
    public String label() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + database + "." + name;
    }
}
