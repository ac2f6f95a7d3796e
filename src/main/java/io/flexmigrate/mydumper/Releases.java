package io.flexmigrate.mydumper;

import java.util.Set;

/** A band of releases, both ends counted in, such as 0.13.1 to 0.17.1. */
record Releases(String first, String last) {

    /** The newest release that was tried. */
    static final String NEWEST = "1.0.1";

    /** No release has such a number. */
    private static final String OPEN_END = "9999.0.0";

    static Releases from(String first) {
        return new Releases(first, OPEN_END);
    }

    boolean cover(ToolVersion version) {
        return number(version, first).compareTo(version) <= 0
                && number(version, last).compareTo(version) >= 0;
    }

    /** Whether the release came after everything that is known here. */
    static boolean isUnknown(ToolVersion version) {
        return number(version, NEWEST).compareTo(version) < 0;
    }

    private static ToolVersion number(ToolVersion version, String text) {
        String[] parts = text.split("\\.", -1);
        return new ToolVersion(
                version.tool(),
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(parts[2]),
                Set.of());
    }
}
