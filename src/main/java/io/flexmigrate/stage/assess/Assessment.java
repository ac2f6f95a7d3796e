package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.stage.probe.Probed;
import java.util.List;
import java.util.Optional;

/**
 * All that was read.
 *
 * @param source empty when it could not be read
 * @param target empty when it could not be read
 * @param unreachable findings about servers that could not be read
 * @param probed what was found out by trying it
 */
record Assessment(
        Optional<SourceInventory> source,
        Optional<TargetInventory> target,
        ToolInventory tools,
        List<Finding> unreachable,
        Probed probed) {

    Assessment {
        unreachable = List.copyOf(unreachable);
    }

    /** One without probes. */
    Assessment(
            Optional<SourceInventory> source,
            Optional<TargetInventory> target,
            ToolInventory tools,
            List<Finding> unreachable) {
        this(source, target, tools, unreachable, Probed.NONE);
    }

    Assessment with(Probed newProbed) {
        return new Assessment(source, target, tools, unreachable, newProbed);
    }

    /** Whether the target's way to the source was tried, so that it is no longer unseen. */
    boolean linkProbed() {
        return probed.isLinkKnown();
    }
}
