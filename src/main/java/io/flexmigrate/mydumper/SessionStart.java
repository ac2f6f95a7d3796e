package io.flexmigrate.mydumper;

import io.flexmigrate.model.ServerVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The one statement that every session of a tool begins with. */
public final class SessionStart {

    /**
     * No strictness, which would refuse or change a zero date, and no new numbers for id 0. Releases from 0.15.3 on copy the mode
     * into the head of every data file, with words of 5.7 that 8.0 refuses: mydumper issues 1517 and 2074.
     */
    private static final String MODE = "sql_mode='NO_AUTO_VALUE_ON_ZERO'";

    private SessionStart() {}

    /**
     * For a dump.
     *
     * @param patience how long a session waits for a lock; at least 1 s is said
     */
    public static String ofDump(ToolVersion version, ServerVersion source, Duration patience) {
        List<String> settings = new ArrayList<>();
        settings.add("lock_wait_timeout=" + Math.max(1, patience.toSeconds()));
        if (KnownDefects.needsFreshStatistics(version, source)) {
            settings.add(DefaultsFile.FRESH_STATISTICS);
        }
        settings.add(MODE);
        if (KnownDefects.misreadsExplain(version, source)) {
            settings.add("explain_format='TRADITIONAL'");
        }
        return "SET SESSION " + String.join(", ", settings);
    }

    /** For a load. */
    public static String ofLoad() {
        return "SET SESSION " + MODE;
    }
}
