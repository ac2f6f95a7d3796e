package io.flexmigrate.mydumper;

import io.flexmigrate.model.ServerVersion;

/**
 * What a release of mydumper does otherwise than it should, with a source of some version. What it does to single tables is
 * told by {@link Gap}, and what no option helps against by {@link BadRelease}.
 */
public final class KnownDefects {

    private static final Releases ALL = Releases.from("0.0.0");
    private static final Releases WITHOUT_NEW_STATUS = new Releases("0.0.0", "0.16.1");
    private static final Releases WITH_BACKUP_LOCK = Releases.from("0.12.3");
    private static final Releases WITHOUT_NAMES = new Releases("0.0.0", "0.10.9999");
    private static final Releases BLIND_TO_DATA = new Releases("0.16.3", "0.19.3");
    private static final Releases WITH_EXPLAIN = Releases.from("0.16.3");

    private KnownDefects() {}

    /**
     * No coordinates are written, with exit code 0: 8.4 has no SHOW MASTER STATUS any more, and releases before 0.16.3 know
     * nothing else (mydumper issue 1511).
     */
    public static boolean writesNoCoordinates(ToolVersion version, ServerVersion source) {
        return WITHOUT_NEW_STATUS.cover(version) && source.isAtLeast(8, 4, 0);
    }

    /**
     * The tool's sessions can wait for ever while the source is locked, unless they begin with
     * {@link DefaultsFile#FRESH_STATISTICS}: from 8.0 on, which first has that variable.
     */
    public static boolean needsFreshStatistics(ToolVersion version, ServerVersion source) {
        return ALL.cover(version) && source.isAtLeast(8, 0, 0);
    }

    /**
     * The tool crashes unless its sessions ask for the old form of EXPLAIN: releases from 0.16.3 on, from 9.7 on, whose default
     * is another (mydumper issue 2307). 8.0.32 first has the variable.
     */
    public static boolean misreadsExplain(ToolVersion version, ServerVersion source) {
        return WITH_EXPLAIN.cover(version) && source.isAtLeast(8, 0, 32);
    }

    /**
     * {@code LOCK INSTANCE FOR BACKUP} is said, which needs BACKUP_ADMIN, and the build has no option against it: some from
     * 0.12.3 to 0.16.1, from 8.0 on. Not the defect of a release, but a need of it.
     */
    public static boolean takesBackupLock(ToolVersion version, ServerVersion source) {
        return WITH_BACKUP_LOCK.cover(version) && !version.has("--skip-ddl-locks") && source.isAtLeast(8, 0, 0);
    }

    /**
     * The loader sometimes loads none of a directory's rows, with exit code 0, unless the directory has a
     * {@code -schema-create.sql} for its database: its threads take a database that nothing is known of yet for one without
     * work. Measured without that file: 6 of 60 loads with 0.16.11, 10 of 100 with 0.17.1, 4 of 60 with 0.18.1, 6 of 60 with
     * 0.19.3; none of 60 with 0.14.5, 0.15.1.
     */
    public static boolean needsDatabaseFile(ToolVersion loader) {
        return BLIND_TO_DATA.cover(loader);
    }

    /**
     * No database on the source may have such a name, whether it is to be dumped or not: 0.10.1 lists the tables of all
     * databases after SET NAMES binary, the server then takes a name beyond ASCII for another, and the tool ends with an error
     * or, with exit code 0, takes the tables of the database it looked at before. Measured on 5.7.22 and 8.0.15.
     */
    public static boolean misreadsDatabase(ToolVersion version, String database) {
        return WITHOUT_NAMES.cover(version) && database.chars().anyMatch(unit -> unit > 0x7f);
    }
}
