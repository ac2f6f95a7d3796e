package io.flexmigrate.stage.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetEmptyCheckTest {

    private final SourceSample source = new SourceSample();
    private final TargetSample target = new TargetSample();

    @Test
    void hasNothingAgainstAnEmptyDatabase() {
        target.databases.put("shop", 0L);

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void hasNothingAgainstAnotherDatabase() {
        target.databases.put("theirs", 5L);

        assertThat(said().findings()).isEmpty();
    }

    @Test
    void blocksADatabaseWithObjects() {
        target.databases.put("shop", 3L);

        said().blocks("FM1032", "target database shop", "3 object(s)", "\nDROP DATABASE `shop`;");
    }

    @Test
    void blocksADatabaseOfTheSameNameInAnotherCase() {
        target.databases.put("Shop", 1L);

        said().blocks("FM1032", "target database shop", "1 object(s)");
    }

    private Said said() {
        return new Said(
                new TargetEmptyCheck().findings(Inventories.plan(), new BothServers(source.seen(), target.seen())));
    }
}
