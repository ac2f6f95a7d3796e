package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexmigrate.model.Finding;
import io.flexmigrate.plan.Plan;
import io.flexmigrate.plan.PlanReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SamplePlansTest {

    static List<Path> plans() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("plans"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void askOnlyForWhatThisVersionDoes(Path file) {
        Plan plan = new PlanReader().read(file).plan();

        assertThat(new FeaturesCheck().findings(plan, plan)).noneMatch(Finding::blocks);
    }
}
