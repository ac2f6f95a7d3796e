package io.flexmigrate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexmigrate.model.Fact;
import io.flexmigrate.testing.FakeStage;
import io.flexmigrate.testing.FakeWorld;
import io.flexmigrate.testing.StageOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageOrderTest {

    @Test
    void everyKindOfFactHasExactlyOneProducer() {
        assertThat(Arrays.stream(StageName.values()).map(StageName::produces))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrder(kindsOfFact());
    }

    @SuppressWarnings("unchecked") // because what Fact permits is a Fact
    private static Class<? extends Fact>[] kindsOfFact() {
        return (Class<? extends Fact>[]) Fact.class.getPermittedSubclasses();
    }

    @Test
    void everyStageSaysWhatItIsFor() {
        assertThat(StageName.values())
                .allSatisfy(stage -> assertThat(stage.purpose()).isNotBlank());
        assertThat(StageName.CUT_OVER.label()).isEqualTo("cut-over");
    }

    @Test
    void onlyAssessLeavesTheWorldAlone() {
        assertThat(StageName.values())
                .filteredOn(stage -> !stage.changesTheWorld())
                .containsExactly(StageName.ASSESS);
    }

    @Test
    void acceptsStagesInOrder() {
        StageOrder.assertSound(FakeStage.all(new FakeWorld()));
    }

    @Test
    void refusesStagesInAnotherOrder() {
        List<Stage> reversed = new ArrayList<>(FakeStage.all(new FakeWorld()));
        Collections.reverse(reversed);

        assertThatThrownBy(() -> StageOrder.assertSound(reversed)).isInstanceOf(AssertionError.class);
    }

    @Test
    void refusesAStageThatNeedsWhatComesLater() {
        List<Stage> stages = new ArrayList<>(FakeStage.all(new FakeWorld()));
        stages.set(0, new NeedingItsOwnFact());

        assertThatThrownBy(() -> StageOrder.assertSound(stages))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("facts left before ASSESS");
    }

    private static final class NeedingItsOwnFact implements Stage {

        @Override
        public StageName name() {
            return StageName.ASSESS;
        }

        @Override
        public Set<Class<? extends Fact>> needs() {
            return Set.of(Fact.Assessed.class);
        }

        @Override
        public Fact run(Facts facts, StageLog log) {
            throw new AssertionError("never run");
        }
    }
}
