package io.flexmigrate.stage.assess;

import io.flexmigrate.model.ObjectName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Views, routines, triggers and events of the databases that move.
 *
 * @param hidden words about an object whose definition we may not see
 */
record SourceObjects(List<ObjectName> objects, Optional<String> hidden) implements Part {

    private static final int NAMED = 3;

    SourceObjects {
        objects = List.copyOf(objects);
    }

    /** Words about objects whose definitions are kept from us: the first few by name. */
    static Optional<String> hiddenWords(List<ObjectName> hidden) {
        if (hidden.isEmpty()) {
            return Optional.empty();
        }
        String named = hidden.stream().limit(NAMED).map(ObjectName::label).collect(Collectors.joining(", "));
        String others = hidden.size() > NAMED ? " and " + (hidden.size() - NAMED) + " more" : "";
        return Optional.of("the server hides the definition of " + named + others + " from our account");
    }
}
