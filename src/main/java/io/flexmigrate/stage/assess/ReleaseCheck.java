package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mydumper.BadRelease;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** FM1107: neither tool is a release that is known to lose or spoil data, or to hang. */
final class ReleaseCheck implements Check<ToolInventory> {

    private static final Rule RULE = Rule.absolute(
            "FM1107",
            "The tools are no releases that are known to fail",
            "Some releases lose rows or hang, with exit code 0, and have no option against it.",
            "https://github.com/mydumper/mydumper/releases");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, ToolInventory seen) {
        return Stream.of(seen.mydumper(), seen.myloader())
                .flatMap(Optional::stream)
                .flatMap(tool -> BadRelease.of(tool).map(bad -> finding(tool, bad)).stream())
                .toList();
    }

    private static Finding finding(ToolVersion tool, BadRelease bad) {
        return RULE.blocker(
                tool.toString(),
                "This release " + bad.defect() + ".",
                "Install another release of both tools and name it in dump.mydumper and load.myloader.");
    }
}
