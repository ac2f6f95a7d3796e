package io.flexmigrate.mydumper;

import io.flexmigrate.model.ServerVersion;
import java.util.Arrays;
import java.util.Optional;

/** Releases of the tools that are known to lose data or to hang whatever the tables look like; found by running all of them. */
public enum BadRelease {
    WRONG_COORDINATES(
            Tool.MYDUMPER,
            "0.13.1",
            "0.14.5",
            "5.7.0",
            "writes wrong binlog coordinates with --trx-consistency-only: rows are lost or come twice"),
    ZERO_DATES(Tool.MYLOADER, "0.15.3", "0.15.3", "5.7.0", "cannot load zero dates"),
    ENDLESS_CHUNKS(
            Tool.MYDUMPER,
            "0.18.1",
            "0.18.1",
            "5.7.0",
            "never ends on tables whose integer primary key has large gaps"),
    LOST_CHUNKS(
            Tool.MYDUMPER,
            "0.20.1",
            "0.21.2",
            "5.7.0",
            "silently loses rows of tables whose integer primary key has gaps"),
    EXPLAIN_FORMAT(
            Tool.MYDUMPER,
            "0.16.3",
            "1.0.1",
            "9.7.0",
            "crashes on servers of 9.7, whose EXPLAIN has another format unless the session sets it back");

    private final Tool tool;
    private final String first;
    private final String last;
    private final String firstServer;
    private final String defect;

    BadRelease(Tool tool, String first, String last, String firstServer, String defect) {
        this.tool = tool;
        this.first = first;
        this.last = last;
        this.firstServer = firstServer;
        this.defect = defect;
    }

    /** What is known against this tool with a source of this version; empty when nothing is. */
    public static Optional<BadRelease> of(ToolVersion version, ServerVersion source) {
        return Arrays.stream(values())
                .filter(bad -> bad.tool == version.tool() && hits(bad, source))
                .filter(bad -> isAtLeast(version, bad.first) && isAtLeast(bad, version))
                .findFirst();
    }

    private static boolean hits(BadRelease bad, ServerVersion source) {
        int[] parts = parts(bad.firstServer);
        return source.isAtLeast(parts[0], parts[1], parts[2]);
    }

    private static boolean isAtLeast(ToolVersion version, String number) {
        int[] parts = parts(number);
        return version.isAtLeast(parts[0], parts[1], parts[2]);
    }

    private static boolean isAtLeast(BadRelease bad, ToolVersion version) {
        int[] parts = parts(bad.last);
        return new ToolVersion(bad.tool, parts[0], parts[1], parts[2], version.options()).compareTo(version) >= 0;
    }

    private static int[] parts(String number) {
        return Arrays.stream(number.split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** What it does, as a phrase that follows "this release". */
    public String defect() {
        return defect;
    }
}
