package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.engine.FailureKind;
import io.flexmigrate.engine.Observation;
import io.flexmigrate.engine.PassingFailureException;
import io.flexmigrate.engine.StageFailedException;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.engine.TransientJournal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {

    private final PassingFailureException restarts =
            new PassingFailureException(FailureKind.LINK, "It restarts.", "Wait.");
    private final StageLog log = new StageLog(StageName.VERIFY, new TransientJournal(), () -> Instant.EPOCH);
    private final List<String> done = new ArrayList<>();

    @Test
    void triesAgainAfterWhatMayPassAndTellsOnceThatItCameAndWent() throws InterruptedException {
        assertThat(bear(Duration.ofMinutes(1), 3)).isEqualTo("well");

        assertThat(done)
                .containsExactly(
                        "work",
                        "pause PT0.5S",
                        "nudge",
                        "work",
                        "pause PT1S",
                        "nudge",
                        "work",
                        "pause PT2S",
                        "nudge",
                        "work");
        assertThat(warnings())
                .hasSize(2)
                .first()
                .asString()
                .contains("It restarts.", "borne for 60 s (link.retry_for)");
        assertThat(warnings().get(1)).startsWith("That passed after ");
    }

    @Test
    void givesUpAfterItsBound() {
        assertThatThrownBy(() -> bear(Duration.ZERO, 3)).isSameAs(restarts);

        assertThat(done).containsExactly("work", "pause PT0.5S", "nudge", "work");
    }

    @Test
    void doesNotBearWhatAPersonMustMend() {
        StageFailedException wrong = new StageFailedException("A row is missing.", "Look.");

        assertThatThrownBy(() -> patience(Duration.ofMinutes(1)).bear(log, () -> done.add("nudge"), () -> {
                    throw wrong;
                }))
                .isSameAs(wrong);
        assertThat(done).isEmpty();
    }

    private String bear(Duration bound, int failures) throws InterruptedException {
        List<PassingFailureException> left = new ArrayList<>(Collections.nCopies(failures, restarts));
        return patience(bound).bear(log, () -> done.add("nudge"), () -> {
            done.add("work");
            if (!left.isEmpty()) {
                throw left.remove(0);
            }
            return "well";
        });
    }

    private Patience patience(Duration bound) {
        return new Patience(bound, duration -> done.add("pause " + duration));
    }

    private List<String> warnings() {
        return log.past().stream()
                .flatMap(event -> Observation.WARNING.text(event).stream())
                .toList();
    }
}
