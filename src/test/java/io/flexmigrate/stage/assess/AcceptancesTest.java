package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Acceptance;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AcceptancesTest {

    private static final Acceptance SMALL = new Acceptance("FM1043", Optional.empty(), "small");
    private static final Acceptance OLD = new Acceptance("FM1043", Optional.of("shop.log"), "old");

    private final MemoryJournal journal = new MemoryJournal();
    private final StageLog log = new StageLog(StageName.ASSESS, journal, new TestingTime());

    @Test
    void remembersWhatWasGivenWithAnEarlierCommand() {
        remembered(List.of(SMALL, OLD));

        assertThat(remembered(List.of())).containsExactlyInAnyOrder(SMALL, OLD);
    }

    @Test
    void writesTheSameAcceptanceOnce() {
        remembered(List.of(SMALL));
        remembered(List.of(SMALL));

        assertThat(journal.events()).hasSize(1);
    }

    @Test
    void letsTheLatestWordCount() {
        Acceptance later = new Acceptance("FM1043", Optional.empty(), "looked again");
        remembered(List.of(SMALL));
        remembered(List.of(later));

        assertThat(remembered(List.of())).containsExactly(later, SMALL);
    }

    @Test
    void putsThePlanLastAndNotIntoTheJournal() {
        List<Acceptance> all = new Acceptances(List.of(SMALL), List.of(OLD)).remembered(log);

        assertThat(all).containsExactly(SMALL, OLD);
        assertThat(remembered(List.of())).containsExactly(SMALL);
    }

    private List<Acceptance> remembered(List<Acceptance> given) {
        return new Acceptances(given, List.of())
                .remembered(log).stream().distinct().toList();
    }
}
