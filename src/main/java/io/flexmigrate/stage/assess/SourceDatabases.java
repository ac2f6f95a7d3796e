package io.flexmigrate.stage.assess;

import java.util.List;

/**
 * The source's databases.
 *
 * @param all all but the system's own
 * @param scope those that move
 */
record SourceDatabases(List<String> all, List<String> scope) implements Part {
    SourceDatabases {
        all = List.copyOf(all);
        scope = List.copyOf(scope);
    }
}
