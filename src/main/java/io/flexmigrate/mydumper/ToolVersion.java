package io.flexmigrate.mydumper;

import io.flexmigrate.process.ProcessRunner;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A release of one of the tools, and the options of the build at hand.
 *
 * @param major the number of the release, which is not always the one it prints: Debian's 0.10.1 says 0.10.0
 * @param options the long options its help names, such as {@code --ssl}, which depend on how it was built; the client library
 *     that verifies an authority without a name shows as {@code --ssl-mode=VERIFY_CA}
 */
public record ToolVersion(Tool tool, int major, int minor, int patch, Set<String> options)
        implements Comparable<ToolVersion> {

    /** The number of the newest release that was tried. */
    public static final String NEWEST_TRIED = Releases.NEWEST;

    private static final Comparator<ToolVersion> ORDER = Comparator.comparingInt(ToolVersion::major)
            .thenComparingInt(ToolVersion::minor)
            .thenComparingInt(ToolVersion::patch);

    public ToolVersion {
        options = Set.copyOf(options);
    }

    /**
     * Asks a program which release it is and which options it has.
     *
     * @param program a name to be found on the path, or a path
     * @throws io.flexmigrate.process.ProcessException when there is no such program or its answer is not that tool's
     */
    public static ToolVersion ask(ProcessRunner runner, Tool tool, String program) throws InterruptedException {
        return new ToolQuestion(runner, tool, program).answer();
    }

    /** Whether we know how to use it, or can conclude it from its options. */
    public boolean isSupported() {
        return Recipe.isUsable(this);
    }

    /** Whether it is newer than every release that was tried. */
    public boolean isNewerThanTried() {
        return Releases.isUnknown(this);
    }

    /** The options that we need and that its help does not name. */
    public List<String> missingOptions() {
        return Recipe.missing(this);
    }

    public boolean isAtLeast(int otherMajor, int otherMinor, int otherPatch) {
        return compareTo(new ToolVersion(tool, otherMajor, otherMinor, otherPatch, Set.of())) >= 0;
    }

    /** Whether this build takes the option, such as {@code --ssl}. */
    public boolean has(String option) {
        return options.contains(option);
    }

    /** The number alone, such as {@code 0.10.1}. */
    public String number() {
        return major + "." + minor + "." + patch;
    }

    /** Orders by number alone. */
    @Override
    public int compareTo(ToolVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return tool.program() + " " + number();
    }
}
