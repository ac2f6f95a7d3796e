package io.flexmigrate.model;

import io.flexmigrate.model.SchemaObject.Kind;
import java.util.Locale;

/** A view, routine, trigger or event by its name alone. */
public record ObjectName(Kind kind, String database, String name) {

    /** The name as SQL writes it, each part between backticks. */
    public String quoted() {
        return Identifier.quoted(database) + "." + Identifier.quoted(name);
    }

    /** Kind and name, as messages say it. */
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + database + "." + name;
    }
}
