package io.flexmigrate.stage.assess;

import java.util.Map;
import java.util.Optional;

/**
 * What the target leaves out when it replicates.
 *
 * @param set the filters by their name in capitals; empty when the target does not show them
 */
record TargetFilters(Optional<Map<String, String>> set) implements Part {
    TargetFilters {
        set = set.map(Map::copyOf);
    }
}
