package io.flexmigrate.stage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ToolThreadsTest {

    @Test
    void areAsManyAsThePlanSays() {
        assertThat(ToolThreads.of(1)).isEqualTo(1);
        assertThat(ToolThreads.of(40)).isEqualTo(40);
    }

    @Test
    void goByTheCoresWhereThePlanSaysNothing() {
        assertThat(ToolThreads.of(0)).isBetween(2, 16);
    }

    @Test
    void areNotMoreThanThereIsWork() {
        assertThat(ToolThreads.of(0, 1, 1000)).isEqualTo(2);
        assertThat(ToolThreads.of(0, 1_000_000, 1_000_000)).isEqualTo(ToolThreads.of(0));
    }

    @Test
    void leaveConnectionsToOthers() {
        assertThat(ToolThreads.of(0, 1000, 8)).isEqualTo(2);
        assertThat(ToolThreads.of(0, 1000, 4)).isEqualTo(2);
    }

    @Test
    void areAsManyAsThePlanSaysWhateverTheServerAllows() {
        assertThat(ToolThreads.of(40, 1, 8)).isEqualTo(40);
    }
}
