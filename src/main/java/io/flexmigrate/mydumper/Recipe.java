package io.flexmigrate.mydumper;

import io.flexmigrate.model.ServerVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some releases of a tool must be told beside what all of them are told.
 *
 * @param arguments {@code %s} stands for the source's version
 */
record Recipe(Tool tool, Releases releases, List<String> arguments) {

    /** The first release that is used at all: it is the one of every Debian and Ubuntu package. */
    private static final String OLDEST = "0.10.1";

    /**
     * Every release from the oldest on, one line for each thing that it needs.
     *
     * <p>{@code --trx-consistency-only}: right coordinates up to 0.12.7, wrong ones after (mydumper issues 867 and 1062).
     * {@code --rows=-1}: no table is cut into chunks. Releases from 0.16.5 on cut without being asked; then 0.16.11 and 0.17.1
     * never end and 0.18.1 aborts on a table whose key reaches the end of BIGINT, and 0.20.1 to 0.21.4 lose rows of keys with
     * gaps, with exit code 0: 5,000 of 22,006 rows in 6 of 25 dumps with 0.21.4. 1.0.1 lost none in 145, and is not trusted with
     * it for that. A number that begins with a minus is what the tool takes for "do not cut"; nothing was lost with it, measured
     * with all of them. {@code --ftwrl-…}: releases from 0.19.3 on otherwise ask for their lock for ever. {@code --trx-tables}
     * without a number means that all tables are transactional, which ASSESS has seen to.
     *
     * <p>myloader: {@code -e} keeps it from setting {@code sql_log_bin=0} up to 0.17.1, {@code --ignore-set} after; a flexible
     * server refuses it (5.7), or its standby would starve (8.0). {@code --checksum=skip} and {@code --optimize-keys=SKIP}:
     * tables, indexes and counts are our work.
     */
    private static final List<Recipe> TABLE = List.of(
            dump(new Releases(OLDEST, "0.12.7"), "--trx-consistency-only"),
            dump(Releases.from("0.16.5"), "--rows=-1"),
            dump(Releases.from("0.19.3"), "--ftwrl-max-wait-time=5", "--ftwrl-timeout-retries=1"),
            dump(Releases.from("0.20.1"), "--trx-tables", "--source-data=0", "--server-version=mysql-%s"),
            load(new Releases(OLDEST, "0.17.1"), "-e"),
            load(Releases.from("0.18.1"), "--ignore-set=SQL_LOG_BIN"),
            load(Releases.from("0.15.3"), "--checksum=skip"),
            load(Releases.from("0.19.1"), "--optimize-keys=SKIP"));

    private static final Set<String> ALWAYS_DUMP =
            Set.of("--defaults-file", "--regex", "--no-views", "--omit-from-file", "--chunk-filesize", "--threads");

    private static final Set<String> ALWAYS_LOAD = Set.of("--defaults-file", "--database", "--directory", "--threads");

    Recipe {
        arguments = List.copyOf(arguments);
    }

    private static Recipe dump(Releases releases, String... arguments) {
        return new Recipe(Tool.MYDUMPER, releases, List.of(arguments));
    }

    private static Recipe load(Releases releases, String... arguments) {
        return new Recipe(Tool.MYLOADER, releases, List.of(arguments));
    }

    /** What a dump with this release must be told. */
    static List<String> dumpArguments(ToolVersion version, ServerVersion source) {
        return arguments(version)
                .map(argument -> argument.replace("%s", spoken(source)))
                .toList();
    }

    /** What a load with this release must be told. */
    static List<String> loadArguments(ToolVersion version) {
        return arguments(version).toList();
    }

    private static Stream<String> arguments(ToolVersion version) {
        if (!isUsable(version)) {
            throw new IllegalArgumentException(
                    "it is not known how to use " + version + "; fix by installing a release from " + OLDEST + " on");
        }
        return TABLE.stream().filter(line -> line.fits(version)).flatMap(line -> line.arguments.stream());
    }

    private boolean fits(ToolVersion version) {
        return tool == version.tool() && releases.cover(version);
    }

    /** The tool asks 9.0 and 9.1 for SHOW MASTER STATUS, which they have no more: mydumper 1.0.1's server_detect.c. */
    private static String spoken(ServerVersion source) {
        boolean isMisjudged = source.major() == 9 && source.minor() < 2;
        return isMisjudged ? "9.2.0" : source.toString();
    }

    /** Whether it is known how to use the release, or can be concluded from the options that it has. */
    static boolean isUsable(ToolVersion version) {
        return Releases.from(OLDEST).cover(version)
                && (!Releases.isUnknown(version) || missing(version).isEmpty());
    }

    /** The options that we need and the build's help does not name. */
    static List<String> missing(ToolVersion version) {
        Set<String> always = switch (version.tool()) {
            case MYDUMPER -> ALWAYS_DUMP;
            case MYLOADER -> ALWAYS_LOAD;
        };
        Stream<String> special = TABLE.stream()
                .filter(line -> line.fits(version))
                .flatMap(line -> line.arguments.stream())
                .map(argument -> argument.replaceFirst("=.*", ""));
        return Stream.concat(always.stream(), special)
                .filter(option -> !version.has(option))
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }
}
