package io.flexmigrate.mydumper;

import io.flexmigrate.model.ServerVersion;
import io.flexmigrate.model.TableName;

/** What a release of mydumper is known to spoil without a word, so that ASSESS can stop before it happens. */
public final class KnownDefects {

    private KnownDefects() {}

    /**
     * Columns whose EXTRA in information_schema contains {@code DEFAULT_GENERATED} are left out of the rows, and get their
     * default at the load: releases before 0.10.3, from 8.0 on, which first has that word (mydumper issues 221 and 273).
     */
    public static boolean losesGeneratedDefaults(ToolVersion version, ServerVersion source) {
        return !version.isAtLeast(0, 10, 3) && source.isAtLeast(8, 0, 0);
    }

    /**
     * No coordinates are written, with exit code 0: 8.4 has no SHOW MASTER STATUS any more, and releases before 0.16.3 know
     * nothing else (mydumper issue 1511).
     */
    public static boolean writesNoCoordinates(ToolVersion version, ServerVersion source) {
        return !version.isAtLeast(0, 16, 3) && source.isAtLeast(8, 4, 0);
    }

    /** Invisible columns are not dumped by any release known: from 8.0.23 on, which first has them. */
    public static boolean losesInvisibleColumns(ToolVersion version, ServerVersion source) {
        return version.isAtLeast(0, 0, 0) && source.isAtLeast(8, 0, 23);
    }

    /**
     * The tool's sessions can wait for ever while the source is locked, unless they begin with
     * {@link DefaultsFile#FRESH_STATISTICS}: from 8.0 on, which first has that variable.
     */
    public static boolean needsFreshStatistics(ToolVersion version, ServerVersion source) {
        return version.isAtLeast(0, 0, 0) && source.isAtLeast(8, 0, 0);
    }

    /**
     * {@code LOCK INSTANCE FOR BACKUP} is said, which needs BACKUP_ADMIN: releases from 0.12.3 on, from 8.0 on. Not the defect of
     * a release, but a need of it.
     */
    public static boolean takesBackupLock(ToolVersion version, ServerVersion source) {
        return version.isAtLeast(0, 12, 3) && source.isAtLeast(8, 0, 0);
    }

    /** The table's name makes file names that the tool itself cannot read back: releases before 0.11.5. */
    public static boolean misreadsName(ToolVersion version, TableName table) {
        return !version.isAtLeast(0, 11, 5) && (isMisread(table.database()) || isMisread(table.table()));
    }

    /**
     * No database on the source may have such a name, whether it is to be dumped or not: 0.10.1 lists the tables of all
     * databases after SET NAMES binary, the server then takes a name beyond ASCII for another, and the tool ends with an error
     * or, with exit code 0, takes the tables of the database it looked at before. Measured on 5.7.22 and 8.0.15.
     */
    public static boolean misreadsDatabase(ToolVersion version, String database) {
        return !version.isAtLeast(0, 11, 0) && database.chars().anyMatch(unit -> unit > 0x7f);
    }

    /**
     * A column whose name has a backtick cannot be dumped: 0.10.x writes names into its SELECT as they are. Measured on 8.0.15.
     */
    public static boolean cannotDumpColumn(ToolVersion version, String column) {
        return !version.isAtLeast(0, 11, 0) && column.contains("`");
    }

    /**
     * A generated column with a text in its expression is loaded as another column, or refuses every row with error 3144: 5.7
     * shows the text without its character set, and 0.10.x loads under SET NAMES binary. Measured from 5.7.22 to 8.0.15.
     */
    public static boolean misreadsGeneratedText(ToolVersion version, ServerVersion source) {
        return !version.isAtLeast(0, 11, 0) && !source.isAtLeast(8, 0, 0);
    }

    private static boolean isMisread(String name) {
        return name.contains(".") || name.contains("-schema") || name.contains("/") || name.contains("`");
    }
}
