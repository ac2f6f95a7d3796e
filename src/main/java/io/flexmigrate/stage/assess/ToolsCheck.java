package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.mydumper.ToolTls;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FM1060 to FM1062: both tools are there, of one version that this program knows, and can encrypt as the plan asks. */
final class ToolsCheck implements Check<ToolInventory> {

    @Override
    public List<Finding> findings(Plan plan, ToolInventory seen) {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(tool(
                "mydumper",
                "dump.mydumper",
                seen.mydumper(),
                seen.mydumperProblem(),
                plan.source().endpoint().tls()));
        findings.addAll(tool(
                "myloader",
                "load.myloader",
                seen.myloader(),
                seen.myloaderProblem(),
                plan.target().endpoint().tls()));
        boolean both = seen.mydumper().isPresent() && seen.myloader().isPresent();
        if (both && seen.mydumper().get().compareTo(seen.myloader().get()) != 0) {
            findings.add(Finding.blocker(
                    "FM1061",
                    "mydumper and myloader",
                    "Found " + seen.mydumper().get() + " and " + seen.myloader().get()
                            + ": a dump of one version is not meant for a loader of another.",
                    "Install both from the same package."));
        }
        return findings;
    }

    private static List<Finding> tool(
            String name, String field, Optional<ToolVersion> version, String problem, Plan.Tls tls) {
        if (version.isEmpty()) {
            return List.of(Finding.blocker(
                    "FM1060",
                    name,
                    problem,
                    "Install mydumper (Debian: apt-get install mydumper), or name the program in " + field
                            + " of the plan."));
        }
        if (!version.get().isSupported()) {
            return List.of(Finding.blocker(
                    "FM1060",
                    name,
                    "This is " + version.get() + "; this version of migrate drives 0.10 only.",
                    "Install mydumper 0.10.1 and name it in dump.mydumper and load.myloader."));
        }
        return ToolTls.problem(version.get(), tls)
                .map(words ->
                        Finding.blocker("FM1062", name, words, "Use tls.mode verify-ca or required for this server."))
                .map(List::of)
                .orElse(List.of());
    }
}
