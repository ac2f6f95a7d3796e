package io.flexmigrate.stage;

import io.flexmigrate.model.SchemaObject;
import io.flexmigrate.mysql.Events;
import io.flexmigrate.mysql.MySqlException;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.SchemaWriter;
import io.flexmigrate.mysql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Enables on the target the events that are enabled on the source now, not those that were at the snapshot. */
record EventActivation(MySqlServer source, MySqlServer target) {

    /**
     * Enables them.
     *
     * @param atSnapshot the objects of the dump, to go by when the source cannot be reached
     * @param notes gets what could not be enabled
     * @return the events that are enabled on the target now, as {@code database.name}
     */
    List<String> enable(List<String> databases, List<SchemaObject> atSnapshot, List<String> notes) {
        List<String> enabled = new ArrayList<>();
        try (Session session = target.open()) {
            Events events = new Events(session);
            for (Events.Name name : wanted(databases, atSnapshot, notes)) {
                try {
                    events.enable(name);
                    enabled.add(name.toString());
                } catch (MySqlException refused) {
                    notes.add("The event " + name + " was not enabled on the target: " + refused.getMessage());
                }
            }
        }
        return enabled;
    }

    private Set<Events.Name> wanted(List<String> databases, List<SchemaObject> atSnapshot, List<String> notes) {
        try (Session session = source.open()) {
            return new TreeSet<>(new Events(session).enabled(databases));
        } catch (MySqlException unreachable) {
            notes.add("Events were enabled as they were at the snapshot: " + unreachable.getMessage());
            Set<Events.Name> names = new TreeSet<>();
            atSnapshot.stream()
                    .filter(SchemaWriter::isEnabledEvent)
                    .forEach(event -> names.add(new Events.Name(event.database(), event.name())));
            return names;
        }
    }
}
