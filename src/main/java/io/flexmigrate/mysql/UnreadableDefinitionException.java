package io.flexmigrate.mysql;

import io.flexmigrate.model.SchemaObject.Kind;
import java.util.Locale;

/** The server lists an object and hides its definition, because we may not see it. */
public final class UnreadableDefinitionException extends RuntimeException {

    UnreadableDefinitionException(Kind kind, String database, String name) {
        super("the definition of " + kind.name().toLowerCase(Locale.ROOT) + " " + database + "." + name
                + " is hidden from us");
    }
}
