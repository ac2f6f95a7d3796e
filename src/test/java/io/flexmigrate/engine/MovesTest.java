package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MovesTest {

    private final MemoryJournal journal = new MemoryJournal();
    private final StageLog log = new StageLog(StageName.CUT_OVER, journal, new TestingTime());

    private Moves moves() {
        return Moves.of(journal.events());
    }

    private void reach(String group, CutOverStep... steps) {
        for (CutOverStep step : steps) {
            log.in(Crossing.first(group)).reach(step.step(), Map.of());
        }
    }

    @Test
    void nothingHasMovedAtFirst() {
        reach("shop", CutOverStep.READY, CutOverStep.FENCED, CutOverStep.ABORTED);

        assertThat(moves().isAnyOpen()).isFalse();
        assertThat(moves().isUnderWay()).isFalse();
        assertThat(moves().areAllOpen(List.of("shop"))).isFalse();
    }

    @Test
    void oneThatIsOpenAndNotDoneIsUnderWay() {
        reach("shop", CutOverStep.OPEN, CutOverStep.FLIPPED, CutOverStep.DONE);
        reach("billing", CutOverStep.OPEN);

        assertThat(moves().isDone("shop")).isTrue();
        assertThat(moves().isOpen("billing")).isTrue();
        assertThat(moves().isDone("billing")).isFalse();
        assertThat(moves().isUnderWay()).isTrue();
        assertThat(moves().areAllOpen(List.of("shop", "billing"))).isTrue();
        assertThat(moves().areAllOpen(List.of("shop", "blog"))).isFalse();
    }

    @Test
    void aGroupThatWentBackIsOpenNoMoreAndMayMoveAgain() {
        reach("shop", CutOverStep.OPEN, CutOverStep.FLIPPED, CutOverStep.DONE);
        reach("blog", CutOverStep.OPEN, CutOverStep.DONE);
        assertThat(moves().next("shop")).isEqualTo(new Crossing("shop", 2));
        StageLog back = log.in(moves().next("shop"));

        back.reach(CutOverStep.FENCED.step(), Map.of());
        assertThat(moves().isDone("shop")).isTrue();
        back.reach(CutOverStep.OPEN.step(), Map.of());

        assertThat(moves().isOpen("shop")).isFalse();
        assertThat(moves().isBack("shop")).isTrue();
        assertThat(moves().isUnderWay("shop")).isTrue();
        assertThat(moves().next("shop")).isEqualTo(new Crossing("shop", 2));
        back.reach(CutOverStep.DONE.step(), Map.of());

        assertThat(moves().isDone("shop")).isFalse();
        assertThat(moves().isUnderWay()).isFalse();
        assertThat(moves().open()).containsExactly("blog");
        assertThat(moves().next("shop").way()).isEqualTo(Crossing.Way.OVER);
        log.in(moves().next("shop")).reach(CutOverStep.OPEN.step(), Map.of());
        assertThat(moves().open()).containsExactly("blog", "shop");
        assertThat(moves().lastOpen("shop")).contains(new Crossing("shop", 3));
    }

    @Test
    void theLogOfACrossingKnowsNothingOfTheOneBefore() {
        reach("shop", CutOverStep.OPEN);

        StageLog back = log.in(new Crossing("shop", 2));
        back.intend(Step.of("OPENING"), Map.of());

        assertThat(back.hasReached(CutOverStep.OPEN.step())).isFalse();
        assertThat(back.past()).hasSize(1);
        assertThat(log.in(Crossing.first("shop")).past()).hasSize(1);
    }

    @Test
    void theLogOfAGroupKnowsItsOwnStepsOnly() {
        reach("shop", CutOverStep.OPEN);

        assertThat(log.in(Crossing.first("shop")).hasReached(CutOverStep.OPEN.step()))
                .isTrue();
        assertThat(log.in(Crossing.first("billing")).hasReached(CutOverStep.OPEN.step()))
                .isFalse();
        assertThat(log.hasReached(CutOverStep.OPEN.step())).isTrue();
    }

    @Test
    void theLogOfAGroupMarksAllThatItWrites() {
        StageLog ofGroup = log.in(Crossing.first("shop"));
        ofGroup.intend(Step.of("flip"), Map.of("a", "b"));
        ofGroup.reach(Step.of("flip"), Map.of());
        ofGroup.observe("drill", Map.of());
        log.observe("nothing", Map.of());

        assertThat(journal.events())
                .extracting(Event::group)
                .filteredOn(Optional::isPresent)
                .hasSize(3);
        assertThat(ofGroup.past()).hasSize(3);
        assertThat(log.past()).hasSize(4);
    }
}
