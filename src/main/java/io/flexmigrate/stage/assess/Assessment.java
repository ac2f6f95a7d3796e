package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import java.util.List;
import java.util.Optional;

/**
 * All that was read.
 *
 * @param source empty when it could not be read
 * @param target empty when it could not be read
 * @param unreachable findings about servers that could not be read
 */
record Assessment(
        Optional<SourceInventory> source,
        Optional<TargetInventory> target,
        ToolInventory tools,
        List<Finding> unreachable) {

    Assessment {
        unreachable = List.copyOf(unreachable);
    }
}
