package io.flexmigrate.formal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Event;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTraceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String WHOLE = "READY REHEARSED FENCED DRAINED VERIFIED closing OPENING OPEN FLIPPED DONE";

    private static List<String> problems(String first, String... crossings) {
        List<Event> events = new ArrayList<>();
        for (String stage : first.isEmpty() ? new String[0] : first.split(" ", -1)) {
            events.add(new Event.Confirmed(StageName.valueOf(stage), NOW));
        }
        for (int number = 1; number <= crossings.length; number++) {
            Map<String, String> details = Map.of("group", "money", "crossing", Integer.toString(number));
            for (String step : crossings[number - 1].split(" ", -1)) {
                events.add(
                        step.equals("closing")
                                ? new Event.Intended(StageName.CUT_OVER, NOW, Step.of("OPENING"), details)
                                : new Event.Reached(StageName.CUT_OVER, NOW, Step.of(step), details));
            }
        }
        return JournalTrace.ofModel().problems(events);
    }

    @Test
    void hasNothingAgainstTheWayOverAndBackAndWhatWasBrokenOffInBetween() {
        assertThat(problems("DUMP LOAD LINK", WHOLE, "READY FENCED DRAINED ABORTED " + WHOLE))
                .isEmpty();
        assertThat(problems("DUMP LOAD LINK", "READY FENCED READY FENCED DRAINED VERIFIED closing ABORTED " + WHOLE))
                .isEmpty();
        assertThat(problems("DUMP LOAD LINK", "READY FENCED DRAINED VERIFIED closing OPENING OPEN UNCERTAIN"))
                .isEmpty();
    }

    @Test
    void namesAStepThatMayNotFollow() {
        assertThat(problems("DUMP LOAD LINK", "READY FENCED OPEN"))
                .singleElement()
                .asString()
                .endsWith("OPEN after FENCED");
        assertThat(problems("DUMP LOAD LINK", "READY FENCED DRAINED VERIFIED closing READY"))
                .singleElement()
                .asString()
                .endsWith("READY after CLOSING");
        assertThat(problems("DUMP LOAD LINK", "READY FENCED DRAINED VERIFIED closing OPENING OPEN ABORTED"))
                .singleElement()
                .asString()
                .endsWith("ABORTED after OPEN");
    }

    @Test
    void namesAStageThatWasLeftOutAndACrossingThatWasDone() {
        assertThat(problems("DUMP LINK", "READY")).singleElement().asString().endsWith("LINKED after DUMPED");
        assertThat(problems("", "READY")).singleElement().asString().endsWith("READY after BEGUN");
        assertThat(problems("DUMP LOAD LINK", WHOLE + " READY"))
                .singleElement()
                .asString()
                .endsWith("that crossing was done");
        assertThat(problems("DUMP LOAD LINK", "READY FENCED ABORTED", "READY"))
                .singleElement()
                .asString()
                .endsWith("was at ABORTED");
    }
}
