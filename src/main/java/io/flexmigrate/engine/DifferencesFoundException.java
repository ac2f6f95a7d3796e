package io.flexmigrate.engine;

import java.util.List;

/** Source and target hold, or define, different things where they should be equal. */
public final class DifferencesFoundException extends RuntimeException {

    private static final String OF_ROWS =
            "find what wrote to these tables on the target, or which values the dump altered"
                    + " (see the warnings of\nASSESS). Put the rows right on the target and run the same command again: it compares again.";

    private final transient List<String> differences;
    private final String remedy;

    private DifferencesFoundException(String what, List<String> differences, String remedy) {
        super(differences.size() + " " + what + " differ between source and target");
        this.differences = List.copyOf(differences);
        this.remedy = remedy;
    }

    /** @param differences one line for each table, saying what differs */
    public DifferencesFoundException(List<String> differences) {
        this("table(s)", differences, OF_ROWS);
    }

    /**
     * What the two servers define differently.
     *
     * @param differences one line for each, naming the thing and both its definitions
     */
    public static DifferencesFoundException ofDefinitions(List<String> differences) {
        return new DifferencesFoundException(
                "definition(s)",
                differences,
                "find out who changed them. Give the target what the source has, and run the same command again: it compares"
                        + " again.");
    }

    public List<String> differences() {
        return differences;
    }

    /** What to do about them. */
    public String remedy() {
        return remedy;
    }
}
