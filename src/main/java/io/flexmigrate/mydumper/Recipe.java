package io.flexmigrate.mydumper;

import java.util.List;
import java.util.Optional;

/**
 * How one band of releases is used.
 *
 * @param minor the band is all releases 0.minor.x from {@code firstPatch} on
 * @param dumpOptions what a consistent dump needs beside the options that all releases have
 * @param loadOptions what a load needs so that the target writes it to its binlog
 */
record Recipe(int major, int minor, int firstPatch, List<String> dumpOptions, List<String> loadOptions) {

    /**
     * The bands we use; a release of no band is refused.
     *
     * <p>{@code --trx-consistency-only} gives right coordinates up to 0.12.7 and wrong ones after: mydumper issues 867 and
     * 1062. myloader's {@code -e} keeps it from setting {@code sql_log_bin=0} up to 0.17.1, which a flexible server refuses
     * (5.7) or which would starve its standby (8.0).
     */
    private static final List<Recipe> ALL =
            List.of(new Recipe(0, 10, 1, List.of("--trx-consistency-only"), List.of("-e")));

    Recipe {
        dumpOptions = List.copyOf(dumpOptions);
        loadOptions = List.copyOf(loadOptions);
    }

    static Optional<Recipe> of(ToolVersion version) {
        return ALL.stream().filter(recipe -> recipe.covers(version)).findFirst();
    }

    /** The recipe for a release that ASSESS let pass. */
    static Recipe required(ToolVersion version) {
        return of(version)
                .orElseThrow(() -> new IllegalArgumentException("there is no recipe for " + version
                        + "; fix by installing a supported release (0.10.1 and later 0.10.x)"));
    }

    private boolean covers(ToolVersion version) {
        return version.major() == major && version.minor() == minor && version.patch() >= firstPatch;
    }
}
