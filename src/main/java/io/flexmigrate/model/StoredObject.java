package io.flexmigrate.model;

import io.flexmigrate.model.SchemaObject.Kind;
import java.util.Locale;
import java.util.Optional;

/**
 * A view, routine, trigger or event as the catalogue of the source describes it, whether it moves or not.
 *
 * @param table the table a trigger is of; empty for all others
 * @param definer the account it belongs to, such as {@code app@%}
 * @param asDefiner whether it runs with its definer's privileges; triggers and events always do
 * @param sqlMode the modes it was made under, with commas; empty for a view, which has none
 * @param body its code, after its parameters where the server tells them (5.7), or the query of a view; empty when we may not see it
 * @param settings the character set and the collations it was made under
 * @param enabled whether an event is to run; true for all others
 * @param timeZone the zone an event was made under; empty for all others
 */
public record StoredObject(
        Kind kind,
        String database,
        String name,
        String table,
        String definer,
        boolean asDefiner,
        String sqlMode,
        Optional<String> body,
        TextSettings settings,
        boolean enabled,
        String timeZone) {

    /**
     * How text is meant in it; empty texts where the server stores nothing.
     *
     * @param databaseCollation collation of its database when it was made
     */
    public record TextSettings(String characterSetClient, String collationConnection, String databaseCollation) {}

    /** The kind as people write it, such as {@code trigger}. */
    public String kindName() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Kind and name, as messages say it. */
    public String label() {
        return kindName() + " " + database + "." + name;
    }

    /** The name as SQL writes it, each part between backticks. */
    public String quoted() {
        return Identifier.quoted(database) + "." + Identifier.quoted(name);
    }
}
