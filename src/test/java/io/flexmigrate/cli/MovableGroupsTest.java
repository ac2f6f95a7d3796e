package io.flexmigrate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Crossing;
import io.flexmigrate.engine.CutOverStep;
import io.flexmigrate.engine.Moves;
import io.flexmigrate.engine.StageLog;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.testing.MemoryJournal;
import io.flexmigrate.testing.TestingTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovableGroupsTest {

    private final MemoryJournal journal = new MemoryJournal();
    private final StageLog log = new StageLog(StageName.CUT_OVER, journal, new TestingTime());

    private List<String> left(Crossing.Way way) {
        return new MovableGroups(List.of("blog", "shop", "billing"), way, Moves.of(journal.events())).left();
    }

    private void reach(Crossing crossing, CutOverStep... steps) {
        for (CutOverStep step : steps) {
            log.in(crossing).reach(step.step(), Map.of());
        }
    }

    private void move(String group) {
        reach(Crossing.first(group), CutOverStep.OPEN, CutOverStep.FLIPPED, CutOverStep.DONE);
    }

    @Test
    void goOverInTheOrderOfThePlan() {
        move("blog");

        assertThat(left(Crossing.Way.OVER)).containsExactly("shop", "billing");
        assertThat(left(Crossing.Way.BACK)).containsExactly("blog");
    }

    @Test
    void goBackInTheOppositeOrderOfTheirComing() {
        move("shop");
        move("blog");

        assertThat(left(Crossing.Way.BACK)).containsExactly("blog", "shop");
    }

    /** So that the same command after a failed flip hook goes on with it, and not with another group. */
    @Test
    void oneThatIsOpenAndNotDoneComesFirst() {
        reach(Crossing.first("billing"), CutOverStep.OPEN);

        assertThat(left(Crossing.Way.OVER)).containsExactly("billing", "blog", "shop");
    }

    @Test
    void soDoesOneThatIsGoingBack() {
        move("blog");
        move("shop");
        reach(new Crossing("blog", 2), CutOverStep.OPEN);

        assertThat(left(Crossing.Way.BACK)).containsExactly("blog", "shop");
    }
}
