package io.flexmigrate.stage.assess;

import java.util.Map;

/** The target's databases but the system's own, with the number of objects in each. */
record TargetDatabases(Map<String, Long> objects) implements Part {
    TargetDatabases {
        objects = Map.copyOf(objects);
    }
}
