package io.flexmigrate.scenario;

import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.journal.FileJournal;
import io.flexmigrate.journal.RunDirectory;
import io.flexmigrate.model.BinlogCoordinates;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The journal of a run that was killed between an intent and its outcome. */
final class DeadRun {

    private static final List<CutOverStep> BEFORE = List.of(
            CutOverStep.READY, CutOverStep.REHEARSED, CutOverStep.FENCED, CutOverStep.DRAINED, CutOverStep.VERIFIED);

    private DeadRun() {}

    /**
     * Adds a cut-over that died while it closed a server.
     *
     * @param standing what the intent of OPENING keeps, with the group
     * @param drained up to where the other server had applied everything
     */
    static void inOpening(Scenario scenario, Map<String, String> standing, BinlogCoordinates drained) {
        Map<String, String> crossing = new HashMap<>(standing);
        crossing.keySet().retainAll(List.of("group", "crossing"));
        crossing.put("position", drained.toString());
        try (FileJournal journal = FileJournal.open(new RunDirectory(scenario.workDirectory()))) {
            Instant now = Instant.now();
            journal.append(new Event.Started(StageName.CUT_OVER, now));
            for (CutOverStep step : BEFORE) {
                journal.append(new Event.Reached(StageName.CUT_OVER, now, step.step(), crossing));
            }
            journal.append(new Event.Intended(StageName.CUT_OVER, now, CutOverStep.OPENING.step(), standing));
        }
    }
}
