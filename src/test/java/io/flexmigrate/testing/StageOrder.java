package io.flexmigrate.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.engine.Stage;
import io.flexmigrate.engine.StageName;
import io.flexmigrate.model.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold for any list of stages that a runner walks. */
public final class StageOrder {

    private StageOrder() {}

    /** Every stage is there once, in the order of {@link StageName}, and needs only what earlier ones leave. */
    public static void assertSound(List<? extends Stage> stages) {
        assertThat(stages).extracting(Stage::name).containsExactly(StageName.values());
        Set<Class<? extends Fact>> left = new HashSet<>();
        for (Stage stage : stages) {
            assertThat(left).as("facts left before %s", stage.name()).containsAll(stage.needs());
            left.add(stage.name().produces());
        }
    }
}
