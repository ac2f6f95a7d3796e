package io.flexmigrate.mydumper;

import java.util.Arrays;
import java.util.Optional;

/** Releases of the tools that no option makes usable; those that an option does are in {@link Recipe}. */
public enum BadRelease {
    /** {@code FLUSH TABLES}, which is binlogged, while we hold the source still: seen in 0.12.5-3's binlog. */
    OWN_EVENT(Tool.MYDUMPER, "0.12.5", "0.12.5", "writes an event of its own into the source's binlog under our lock"),
    /** Measured with 0.12.7: exit code 0 and rows in none but one table, or with schema files beside in all but one. */
    NO_DATA_ALONE(Tool.MYLOADER, "0.12.1", "0.12.7", "cannot load data into tables that are there already"),
    /** Measured with 0.13.1-2: all rows are there, and the program never ends unless each table has a schema file. */
    ENDLESS_LOAD(
            Tool.MYLOADER, "0.13.1", "0.13.1", "does not end when it loads data into tables that are there already"),
    /** 0.15.3-1 writes and reads session variables of its own that refuse zero dates. */
    ZERO_DATES(Tool.MYLOADER, "0.15.3", "0.15.3", "cannot load zero dates");

    private final Tool tool;
    private final String first;
    private final String last;
    private final String defect;

    BadRelease(Tool tool, String first, String last, String defect) {
        this.tool = tool;
        this.first = first;
        this.last = last;
        this.defect = defect;
    }

    /** What is known against this tool; empty when nothing is. */
    public static Optional<BadRelease> of(ToolVersion version) {
        return Arrays.stream(values())
                .filter(bad -> bad.tool == version.tool() && new Releases(bad.first, bad.last).cover(version))
                .findFirst();
    }

    /** What it does, as a phrase that follows "this release". */
    public String defect() {
        return defect;
    }
}
