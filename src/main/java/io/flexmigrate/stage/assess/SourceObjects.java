package io.flexmigrate.stage.assess;

import io.flexmigrate.model.SchemaObject;
import java.util.List;
import java.util.Optional;

/**
 * Views, routines, triggers and events of the databases that move.
 *
 * @param hidden words about an object whose definition we may not see
 */
record SourceObjects(List<SchemaObject> objects, Optional<String> hidden) implements Part {
    SourceObjects {
        objects = List.copyOf(objects);
    }
}
