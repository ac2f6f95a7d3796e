package io.flexmigrate.engine;

import java.util.List;

/** Source and target hold different data where they should be equal. */
public final class DifferencesFoundException extends RuntimeException {

    private final transient List<String> differences;

    /** @param differences one line for each table, saying what differs */
    public DifferencesFoundException(List<String> differences) {
        super(differences.size() + " table(s) differ between source and target");
        this.differences = List.copyOf(differences);
    }

    public List<String> differences() {
        return differences;
    }
}
