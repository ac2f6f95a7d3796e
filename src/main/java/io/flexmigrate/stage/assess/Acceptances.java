package io.flexmigrate.stage.assess;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.model.Acceptance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The acceptances that hold for a run: those given with its command, those given before, and those of its plan. */
record Acceptances(List<Acceptance> given, List<Acceptance> planned) {

    private static final String CODE = "code";
    private static final String SUBJECT = "subject";

    /** All of them, the ones that count first; what was given now is written into the journal. */
    List<Acceptance> remembered(StageLog log) {
        List<Acceptance> before = past(log);
        given.stream().filter(acceptance -> !before.contains(acceptance)).forEach(acceptance -> write(acceptance, log));
        List<Acceptance> all = new ArrayList<>(given);
        all.addAll(before);
        all.addAll(planned);
        return all;
    }

    private static void write(Acceptance acceptance, StageLog log) {
        log.observe(
                Observation.ACCEPTED.what(),
                Map.of(
                        CODE,
                        acceptance.code(),
                        SUBJECT,
                        acceptance.subject().orElse(""),
                        Observation.ACCEPTED.key(),
                        acceptance.reason()));
    }

    /** What was given with earlier commands, the latest first. */
    private static List<Acceptance> past(StageLog log) {
        List<Acceptance> past = new ArrayList<>();
        for (Event event : log.past()) {
            if (event instanceof Event.Observed observed) {
                Observation.ACCEPTED.text(event).ifPresent(reason -> past.add(read(observed.values(), reason)));
            }
        }
        Collections.reverse(past);
        return past;
    }

    private static Acceptance read(Map<String, String> values, String reason) {
        return new Acceptance(
                values.getOrDefault(CODE, ""),
                Optional.of(values.getOrDefault(SUBJECT, "")).filter(subject -> !subject.isEmpty()),
                reason);
    }
}
