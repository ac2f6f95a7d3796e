package io.flexmigrate.stage.load;

import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.model.AccountName;
import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.model.SchemaObject.Kind;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SchemaWriter;
import io.flexmigrate.mysql.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes objects on the target in an order that their dependencies allow, found by trying.
 *
 * @param collation see {@link io.flexmigrate.mysql.Dialect#collationOf}
 * @param definers see {@link SchemaWriter}
 */
record ObjectCreation(MySqlServer target, String collation, Map<AccountName, AccountName> definers) {

    /**
     * Makes all of them: a view whose view is not there yet is tried again after the others.
     *
     * @return what was made, as people name it
     */
    List<String> create(List<SchemaObject> objects) {
        List<String> created = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<SchemaObject> left =
                    objects.stream().filter(object -> object.kind() == kind).toList();
            while (!left.isEmpty()) {
                Map<SchemaObject, String> refused = tryAll(left, created);
                if (refused.size() == left.size()) {
                    throw new StageFailedException(
                            "These objects cannot be created on the target: " + String.join("; ", refused.values()),
                            "Drop them on the source if they are broken there too, or mend what they use.");
                }
                left = List.copyOf(refused.keySet());
            }
        }
        return created;
    }

    /** Drops those of them that are there: an attempt that was cut off may have made some. */
    void dropAll(List<SchemaObject> objects) {
        try (Session session = target.open()) {
            SchemaWriter writer = new SchemaWriter(session);
            objects.forEach(writer::drop);
        }
    }

    private Map<SchemaObject, String> tryAll(List<SchemaObject> objects, List<String> created) {
        Map<SchemaObject, String> refused = new LinkedHashMap<>();
        try (Session session = target.open()) {
            SchemaWriter writer = new SchemaWriter(session, definers);
            writer.prepare(collation);
            for (SchemaObject object : objects) {
                try {
                    writer.create(object);
                    created.add(object.label());
                } catch (MySqlException refusal) {
                    if (refusal.isConnectionLost()) {
                        throw refusal;
                    }
                    refused.put(object, String.valueOf(refusal.getMessage()));
                }
            }
        }
        return refused;
    }
}
