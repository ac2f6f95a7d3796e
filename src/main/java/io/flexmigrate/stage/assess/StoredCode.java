package io.flexmigrate.stage.assess;

import io.flexmigrate.model.StoredObject;
import io.flexmigrate.mysql.StoredObjects;
import io.flexmigrate.stage.assess.PartReader.Context;
import java.util.List;
import java.util.Set;

/** Views, routines, triggers and events of all databases of the source, whether they move or not. */
record StoredCode(List<StoredObject> objects) implements Part {
    StoredCode {
        objects = List.copyOf(objects);
    }

    static StoredCode read(Context context) {
        return new StoredCode(
                new StoredObjects(context.session(), context.server().version()).all());
    }

    /** Those of these databases. */
    List<StoredObject> of(List<String> databases) {
        Set<String> wanted = Set.copyOf(databases);
        return objects.stream()
                .filter(object -> wanted.contains(object.database()))
                .toList();
    }
}
