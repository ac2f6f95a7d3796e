package io.flexmigrate.stage.assess;

import io.flexmigrate.model.Finding;
import io.flexmigrate.model.Rule;
import io.flexmigrate.mydumper.DumpCompression;
import io.flexmigrate.mydumper.ToolTls;
import io.flexmigrate.mydumper.ToolVersion;
import io.flexmigrate.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** FM1060 to FM1062 and FM1072: both tools are there, of one version that this program knows, and can do what the plan asks. */
final class ToolsCheck implements Check<ToolInventory> {

    static final Rule KNOWN = Rule.absolute(
            "FM1060",
            "The tools are there, in a version that this program knows",
            "mydumper and myloader carry the data; options and file formats differ from version to version.",
            "https://github.com/mydumper/mydumper");

    static final Rule SAME = Rule.of(
            "FM1061",
            "mydumper and myloader are of the same version",
            "A dump of one version is not meant for a loader of another.",
            "https://github.com/mydumper/mydumper/issues/1021");

    static final Rule ENCRYPTED = Rule.absolute(
            "FM1062",
            "The tools can encrypt as the plan asks",
            "The rows would cross the network in a way that the plan forbids.",
            "https://dev.mysql.com/doc/refman/8.0/en/using-encrypted-connections.html");

    static final Rule COMPRESSED = Rule.absolute(
            "FM1072",
            "mydumper can compress as the plan asks",
            "The tool would compress in another way, or end at once.",
            "https://github.com/mydumper/mydumper");

    @Override
    public List<Rule> rules() {
        return List.of(KNOWN, SAME, ENCRYPTED, COMPRESSED);
    }

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
        seen.mydumper()
                .flatMap(tool -> DumpCompression.problem(tool, plan.dump().compress()))
                .ifPresent(words -> findings.add(
                        COMPRESSED.blocker("mydumper", words + ".", "Set dump.compress to gzip or none.")));
        boolean both = seen.mydumper().isPresent() && seen.myloader().isPresent();
        if (both && seen.mydumper().get().compareTo(seen.myloader().get()) != 0) {
            findings.add(SAME.blocker(
                    "mydumper and myloader",
                    "Found " + seen.mydumper().get() + " and " + seen.myloader().get() + ".",
                    "Install both from the same package."));
        }
        return findings;
    }

    private static List<Finding> tool(
            String name, String field, Optional<ToolVersion> version, String problem, Plan.Tls tls) {
        if (version.isEmpty()) {
            return List.of(KNOWN.blocker(
                    name,
                    problem,
                    "Install mydumper, or name the program in " + field
                            + " of the plan. On Debian:\napt-get install mydumper"));
        }
        List<Finding> findings = new ArrayList<>(release(name, version.get()));
        ToolTls.problem(version.get(), tls)
                .ifPresent(words -> findings.add(
                        ENCRYPTED.blocker(name, words, "Use tls.mode verify-ca or required for this server.")));
        return findings;
    }

    private static List<Finding> release(String name, ToolVersion version) {
        if (!version.isSupported()) {
            String missing = version.missingOptions().isEmpty()
                    ? "releases before 0.10.1 are not driven"
                    : "its help does not name " + String.join(", ", version.missingOptions());
            return List.of(KNOWN.blocker(
                    name,
                    "This is " + version + ": " + missing + ".",
                    "Install a release from 0.10.1 to " + ToolVersion.NEWEST_TRIED
                            + " and name it in dump.mydumper and load.myloader."));
        }
        return version.isNewerThanTried()
                ? List.of(KNOWN.warning(
                        name,
                        "This is " + version + ", newer than " + ToolVersion.NEWEST_TRIED
                                + ", the newest that was tried. It has the options that are needed.",
                        "Try the migration on a copy first, or install a release that was tried."))
                : List.of();
    }
}
