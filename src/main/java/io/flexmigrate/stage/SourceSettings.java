package io.flexmigrate.stage;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.Step;
import io.flexmigrate.mysql.GlobalVariable;
import io.flexmigrate.mysql.MySqlServer;
import io.flexmigrate.mysql.Session;
import java.util.Map;
import java.util.TreeMap;

/** The settings of the source that a run has changed, and puts back. */
public record SourceSettings(MySqlServer source) {

    static final String CHANGE = "set-variable";
    static final String ORIGINAL = "original";

    private static final Step RESTORE = Step.of("restore-source");

    /** What PREPARE changed, or was about to when it died, with the values before. */
    public static Map<String, String> changed(StageLog ofPrepare) {
        Map<String, String> originals = new TreeMap<>();
        for (Event event : ofPrepare.past()) {
            if (event instanceof Event.Intended intended
                    && intended.step().name().equals(CHANGE)) {
                originals.putIfAbsent(
                        intended.step().subject(), intended.details().getOrDefault(ORIGINAL, "0"));
            }
        }
        return originals;
    }

    /**
     * Puts them back.
     *
     * @param originals names and values; nothing is done, or written, when there are none
     * @throws io.flexmigrate.mysql.MySqlException when the source refuses or is gone
     */
    public void restore(Map<String, String> originals, StageLog log) {
        if (originals.isEmpty()) {
            return;
        }
        log.intend(RESTORE, originals);
        try (Session session = source.open()) {
            originals.forEach((name, value) -> new GlobalVariable(session, name).set(Long.parseLong(value)));
        }
        log.reach(RESTORE, Map.of());
    }
}
