package io.flexmigrate.stage.load;

import java.util.regex.Pattern;

/** What may stop a load, told by the words or numbers of servers and tools: older tools do not say the number. */
enum LoadTrouble {
    /** A tool that was killed by somebody is as good as a lost connection: the next try may do. */
    CONNECTION_LOST(
            "Lost connection|gone away|Can't connect|Server shutdown|Connection was killed|exit code 137|hung",
            "1053|1317|1927|2002|2003|2006|2013|3169",
            "See that the target runs and can be reached; what is loaded already is kept."),
    LOCKS("Deadlock found|Lock wait timeout", "1205|1213", "Find out which session on the target holds locks there."),
    STORAGE_FULL(
            "is full|No space left",
            "1021|1114",
            "Give the target more storage, or let its storage grow by itself; what is loaded already is kept."),
    READ_ONLY(
            "--(?:super-)?read-only",
            "1290|1836|3906",
            "See why the target is read-only: a flexible server is when its storage is nearly full."),
    DUPLICATE(
            "Duplicate entry",
            "1062|1586",
            "Two values that the source tells apart are the same to the target, most likely by its collation. Put the rows right"
                    + " on the source, or give the column there a collation that both know, and begin again."),
    TOO_LARGE(
            "Row size too large|key was too long|column size too large",
            "1071|1074|1118|1709",
            "Alter the table on the source so that it fits on the target too (ROW_FORMAT=DYNAMIC, a shorter key), and begin"
                    + " again."),
    PACKET("max_allowed_packet", "1153|2020", "Raise max_allowed_packet on the target to its largest value."),
    EXISTS("already exists", "1007|1050", "Find out who made it on the target; drop it if it is not needed."),
    OTHER("", "", "See what was said; all of myloader's output is in logs/myloader.log.");

    private final Pattern pattern;
    private final String remedy;

    LoadTrouble(String words, String numbers, String remedy) {
        this.pattern = Pattern.compile(words + "|(?i:error:? )(?:" + numbers + ")\\b");
        this.remedy = remedy;
    }

    static LoadTrouble of(String said) {
        for (LoadTrouble trouble : values()) {
            if (trouble != OTHER && trouble.pattern.matcher(said).find()) {
                return trouble;
            }
        }
        return OTHER;
    }

    /** What a person can do about it. */
    String remedy() {
        return remedy;
    }

    /** Whether it may be gone at the next try. */
    boolean passes() {
        return this == CONNECTION_LOST || this == LOCKS;
    }
}
