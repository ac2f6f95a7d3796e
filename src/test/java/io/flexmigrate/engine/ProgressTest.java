package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Fact;
import io.flexmigrate.testing.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final Instant NOW = Samples.NOON;
    private static final Event STARTED = new Event.Started(StageName.DUMP, NOW);
    private static final Event PRODUCED = new Event.Produced(StageName.DUMP, NOW, Samples.dumped());
    private static final Event CONFIRMED = new Event.Confirmed(StageName.DUMP, NOW);
    private static final Event FAILED = new Event.Failed(StageName.DUMP, NOW, "no");

    @Test
    void beginsWithEverythingToDo() {
        Progress progress = Progress.of(List.of());

        assertThat(StageName.values())
                .allSatisfy(stage -> assertThat(progress.state(stage)).isEqualTo(StageState.TO_DO));
        assertThat(progress.isFinished()).isFalse();
    }

    @Test
    void followsAStageThroughItsStates() {
        assertThat(state(STARTED)).isEqualTo(StageState.STARTED);
        assertThat(state(STARTED, PRODUCED)).isEqualTo(StageState.PRODUCED);
        assertThat(state(STARTED, PRODUCED, CONFIRMED)).isEqualTo(StageState.DONE);
        assertThat(state(STARTED, FAILED)).isEqualTo(StageState.TO_DO);
        assertThat(state(STARTED, FAILED, STARTED)).isEqualTo(StageState.STARTED);
    }

    private static StageState state(Event... events) {
        return Progress.of(List.of(events)).state(StageName.DUMP);
    }

    @Test
    void keepsTheFactOfTheLastAttempt() {
        Fact.Linked first = new Fact.Linked(Samples.COORDINATES, Optional.empty());
        Fact.Linked second = new Fact.Linked(Samples.dumped().coordinates(), Optional.empty());
        Progress progress = Progress.of(List.of(
                new Event.Produced(StageName.LINK, NOW, first),
                new Event.Failed(StageName.LINK, NOW, "no"),
                new Event.Produced(StageName.LINK, NOW, second)));

        assertThat(progress.facts().get(Fact.Linked.class)).isSameAs(second);
    }

    @Test
    void forgetsTheFactOfAFailedStage() {
        Facts facts = Progress.of(List.of(STARTED, PRODUCED, FAILED)).facts();

        assertThat(facts.find(Fact.Dumped.class)).isEmpty();
        assertThatThrownBy(() -> facts.get(Fact.Dumped.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no stage has left Dumped");
    }

    @Test
    void isNotMovedByStepsAndObservations() {
        Event intended = new Event.Intended(StageName.LOAD, NOW, Step.of("a"), Map.of());
        Event reached = new Event.Reached(StageName.LOAD, NOW, Step.of("a"), Map.of());
        Event observed = new Event.Observed(StageName.LOAD, NOW, "lag", Map.of());
        Progress progress = Progress.of(List.of(intended, STARTED, reached, observed));

        assertThat(progress.state(StageName.LOAD)).isEqualTo(StageState.TO_DO);
        assertThat(progress.events(StageName.LOAD)).containsExactly(intended, reached, observed);
    }

    @Test
    void isFinishedWhenFinishIsDone() {
        assertThat(Progress.of(List.of(new Event.Confirmed(StageName.FINISH, NOW)))
                        .isFinished())
                .isTrue();
    }
}
