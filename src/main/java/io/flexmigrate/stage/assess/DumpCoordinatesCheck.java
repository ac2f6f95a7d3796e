package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.mydumper.KnownDefects;
import io.flexmigrate.plan.Plan;
import java.util.List;

/** FM1063: this mydumper writes binlog coordinates for a source of this version. */
final class DumpCoordinatesCheck implements Check<SourceAndTools> {

    static final Rule RULE = Rule.absolute(
            "FM1063",
            "mydumper writes the binlog coordinates of its dump",
            "Replication begins where the snapshot ends; a dump without coordinates cannot be linked.",
            "https://github.com/mydumper/mydumper/issues/1511");

    @Override
    public List<Rule> rules() {
        return List.of(RULE);
    }

    @Override
    public List<Finding> findings(Plan plan, SourceAndTools seen) {
        ServerVersion server = seen.source().server().version();
        return seen.tools()
                .mydumper()
                .filter(tool -> KnownDefects.writesNoCoordinates(tool, server))
                .map(tool -> RULE.blocker(
                        tool.toString(),
                        "It writes no binlog coordinates for a source of version " + server + ".",
                        "This version of migrate drives no mydumper that does; it can migrate sources before 8.4."))
                .map(List::of)
                .orElse(List.of());
    }
}
