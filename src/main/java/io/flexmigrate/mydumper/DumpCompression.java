package io.flexmigrate.mydumper;

import io.flexmigrate.plan.Compression;
import java.util.List;
import java.util.Optional;

/**
 * How a release is told to compress the files of a dump.
 *
 * <p>Lower-case names are not parsed from 0.15.1 to 0.19.1, upper-case ones always are from 0.15.1 on; a bare {@code -c} means
 * gzip before, and zstd where there is one from 0.19.3 on. From 0.15.1 on a program of that name does the work.
 */
public final class DumpCompression {

    private static final Releases BY_NAME = Releases.from("0.15.1");

    private DumpCompression() {}

    /** What stands in the way of a compression with this tool, in words for a person; empty when nothing does. */
    public static Optional<String> problem(ToolVersion version, Compression compression) {
        return compression == Compression.ZSTD && !BY_NAME.cover(version)
                ? Optional.of(version + " cannot compress with zstd; fix by setting dump.compress to gzip or none")
                : Optional.empty();
    }

    static List<String> arguments(ToolVersion version, Compression compression) {
        Optional<String> problem = problem(version, compression);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
        return switch (compression) {
            case NONE -> List.of();
            case GZIP -> List.of(BY_NAME.cover(version) ? "--compress=GZIP" : "-c");
            case ZSTD -> List.of("--compress=ZSTD");
        };
    }
}
