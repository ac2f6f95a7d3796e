package io.flexmigrate.stage.assess;

import io.flexmigrate.mysql.Events;
import java.util.List;

/** The events of the databases that move which are enabled. */
record EnabledEvents(List<Events.Name> names) implements Part {
    EnabledEvents {
        names = List.copyOf(names);
    }
}
